package dk.borgerbro.testkit.nemlogin;

import java.net.URI;

/**
 * Where a service provider takes logout messages.
 *
 * @param binding identifier of the binding
 * @param location for requests
 * @param responseLocation for answers; the same address unless the metadata names another
 */
public record LogoutService(String binding, URI location, URI responseLocation) {}
