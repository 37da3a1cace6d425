package dk.borgerbro.testkit.nemlogin;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * An AuthnRequest that passed all checks.
 *
 * @param from who asks
 * @param id of the request
 * @param answerTo where the Response goes
 * @param relayState goes back with it; empty for none
 * @param forceAuthn whether the user must authenticate again
 * @param passive whether no page may be shown
 * @param level the least level asked for; null for any
 * @param professional whether a professional is asked for; null for any
 */
record LoginRequest(
        RegisteredServiceProvider from,
        String id,
        URI answerTo,
        String relayState,
        boolean forceAuthn,
        boolean passive,
        @Nullable SimulatedLevel level,
        @Nullable Boolean professional) {
    boolean isMetBy(SimulatedUser user) {
        return (level == null || user.level().compareTo(level) >= 0)
                && (professional == null || professional == user.isProfessional());
    }
}
