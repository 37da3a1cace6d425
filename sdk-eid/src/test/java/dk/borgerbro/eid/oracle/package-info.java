/**
 * A second engine on nothing but the JDK: its parser, its XML Schema validator, its XML Signature in secure mode, its ciphers. Written from
 * the standards without a look at the first, which it judges: both must say the same of every message.
 */
@NullMarked
package dk.borgerbro.eid.oracle;

import org.jspecify.annotations.NullMarked;
