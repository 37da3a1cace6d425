package dk.borgerbro.eid.internal.login;

import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.SubjectKind;
import java.time.Instant;
import java.util.Optional;

/**
 * A login that waits for its answer.
 *
 * @param relayState the handle that comes back beside the answer
 * @param sentAt in whole milliseconds
 * @param required the level that was asked for
 * @param kind the kind that was asked for, if one was
 * @param forceAuthn whether an older authentication will not do
 * @param returnTo a path of the application
 * @param heldSubject fingerprint of the subject that must not change; of a step-up only
 */
record PendingLogin(
        String requestId,
        String relayState,
        Instant sentAt,
        AssuranceLevel required,
        Optional<SubjectKind> kind,
        boolean forceAuthn,
        String returnTo,
        Optional<String> heldSubject) {
    @Override
    public String toString() {
        return "PendingLogin(" + requestId + ")";
    }
}
