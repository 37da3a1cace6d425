/**
 * Access tokens that fetch and renew themselves: OAuth 2.0 client credentials (RFC 6749 section 4.4, RFC 7523, RFC 8705) and
 * KOMBIT's token chain (SF1514).
 */
@NullMarked
package dk.borgerbro.core.token;

import org.jspecify.annotations.NullMarked;
