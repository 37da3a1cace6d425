/**
 * Who logged in, and how surely: identities and assurance levels by the Danish NSIS standard (National Standard for Identiteters
 * Sikringsniveauer, version 2.1), whichever protocol brought them.
 */
@NullMarked
package dk.borgerbro.eid;

import org.jspecify.annotations.NullMarked;
