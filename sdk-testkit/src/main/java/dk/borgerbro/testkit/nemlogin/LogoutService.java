package dk.borgerbro.testkit.nemlogin;

import java.net.URI;

/**
 * Where a service provider takes logout messages.
 *
 * @param binding how
 * @param location for requests
 * @param responseLocation for answers; the same address unless the metadata names another
 */
public record LogoutService(LogoutBinding binding, URI location, URI responseLocation) {}
