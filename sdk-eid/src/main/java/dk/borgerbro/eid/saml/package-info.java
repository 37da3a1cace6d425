/**
 * Login with NemLog-in and other identity providers of the profile OIOSAML Web SSO 3.0.3 and 4.0.0, on SAML 2.0: the service provider's side
 * (da: tjenesteudbyder).
 */
@NullMarked
package dk.borgerbro.eid.saml;

import org.jspecify.annotations.NullMarked;
