package dk.borgerbro.eid.saml;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How it stands with a watched identity provider.
 *
 * @param loadedAt when the metadata in use were got
 * @param checkedAt when they were last asked for, with or without success
 * @param failuresInARow how often in a row they could not be got or used, 0 if the last time was good
 * @param isUsable whether logins can be completed now
 * @param problems what somebody should look at, in sentences without personal data: failed refreshes, certificates that are dropped or about to
 *     expire; empty if all is well
 */
public record IdentityProviderHealth(
        Instant loadedAt, Instant checkedAt, int failuresInARow, boolean isUsable, List<String> problems) {
    /** Keeps a copy. */
    public IdentityProviderHealth {
        problems = List.copyOf(problems);
    }

    /** {@return how old the metadata in use are} */
    public Duration age(Instant now) {
        return Duration.between(loadedAt, now);
    }
}
