/** The profile's rules over messages that an engine has read; knows no XML library. */
@NullMarked
package dk.borgerbro.eid.internal.saml;

import org.jspecify.annotations.NullMarked;
