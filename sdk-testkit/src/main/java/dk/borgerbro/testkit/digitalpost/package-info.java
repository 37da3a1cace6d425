/**
 * Digital Post played on loopback: the REST interface for sender systems as described in version 1.68.0 of its OpenAPI description,
 * and MeMo 1.1 and 1.2 by their published schemas.
 *
 * <p>Where no public source says what the service does, the simulator has chosen; the choices are listed at {@link
 * dk.borgerbro.testkit.digitalpost.DigitalPostSimulator}.
 */
@NullMarked
package dk.borgerbro.testkit.digitalpost;

import org.jspecify.annotations.NullMarked;
