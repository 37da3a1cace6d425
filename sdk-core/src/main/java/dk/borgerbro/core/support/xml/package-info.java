/**
 * Reading and writing XML 1.0 with the JDK's parsers, hardened: no document types, no external entities, bounded memory. Plumbing for
 * Borgerbro's own modules. Not API: anything here may change in any release.
 */
@NullMarked
package dk.borgerbro.core.support.xml;

import org.jspecify.annotations.NullMarked;
