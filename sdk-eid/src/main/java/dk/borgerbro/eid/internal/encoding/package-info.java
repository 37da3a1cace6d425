/** Encodings of texts that came from outside (RFC 4648). */
@NullMarked
package dk.borgerbro.eid.internal.encoding;

import org.jspecify.annotations.NullMarked;
