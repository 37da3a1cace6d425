/**
 * SOAP 1.1 and 1.2 with WS-Addressing 1.0 and WS-Security 1.0 (X.509 and SAML tokens), as eIndkomst, the NemLog-in token service and the
 * joint municipal infrastructure (da: Serviceplatformen) use them. Plumbing for Borgerbro's own modules. Not API: anything here may change in
 * any release.
 */
@NullMarked
package dk.borgerbro.core.support.soap;

import org.jspecify.annotations.NullMarked;
