/**
 * XML Signature 1.1 on the JDK's API: signing, and verifying with allow-lists in which what was signed is what is read. Plumbing for
 * Borgerbro's own modules. Not API: anything here may change in any release.
 */
@NullMarked
package dk.borgerbro.core.support.signature;

import org.jspecify.annotations.NullMarked;
