/**
 * The default transport on the classic API of Apache HttpClient 5: HTTP/1.1 (RFC 9112) over TLS 1.2 or 1.3. Keeps to what HttpClient
 * 5.5 offers too, since applications may bring that. Not API.
 */
@NullMarked
package dk.borgerbro.core.internal.http;

import org.jspecify.annotations.NullMarked;
