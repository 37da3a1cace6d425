/**
 * NemLog-in played on loopback, and a forge of SAML messages: OIOSAML Web SSO profile 3.0.3 and 4.0.0 over SAML 2.0.
 *
 * <p>Messages are written from the published texts with nothing but the JDK: templates, DOM and JCA. The forge builds what NemLog-in
 * would send and lets a test change anything at any stage, so each known attack is a few lines.
 *
 * <p>Where no public source says what the service does, the simulator has chosen; the choices are listed at {@link
 * dk.borgerbro.testkit.nemlogin.NemLogInSimulator}.
 */
@NullMarked
package dk.borgerbro.testkit.nemlogin;

import org.jspecify.annotations.NullMarked;
