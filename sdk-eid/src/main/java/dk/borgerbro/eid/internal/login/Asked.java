package dk.borgerbro.eid.internal.login;

import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.SubjectKind;
import dk.borgerbro.eid.internal.saml.AssuranceRule;
import java.time.Instant;
import java.util.Optional;

/**
 * What an answer is held against: what was asked for, or the least that the service takes from a login that began elsewhere.
 *
 * @param requestId empty if nobody asked, and then the answer may name no request
 * @param freshSince since when the user must have authenticated, if an older authentication will not do
 * @param required the level
 * @param kind the kind of identity, if only one will do
 * @param heldSubject fingerprint of the subject that must not change; of a step-up only
 * @param returnTo where the browser goes
 */
record Asked(
        Optional<String> requestId,
        Optional<Instant> freshSince,
        AssuranceLevel required,
        Optional<SubjectKind> kind,
        Optional<String> heldSubject,
        String returnTo) {
    /**
     * {@return what a pending login asked for}
     *
     * @param minimum the service's, which may have been raised since
     */
    static Asked by(PendingLogin login, AssuranceLevel minimum, String returnTo) {
        return new Asked(
                Optional.of(login.requestId()),
                login.forceAuthn() ? Optional.of(login.sentAt()) : Optional.empty(),
                AssuranceRule.larger(login.required(), minimum),
                login.kind(),
                login.heldSubject(),
                returnTo);
    }

    /** {@return what a login must hold that began elsewhere} */
    static Asked nothing(AssuranceLevel minimum, String defaultPage) {
        return new Asked(Optional.empty(), Optional.empty(), minimum, Optional.empty(), Optional.empty(), defaultPage);
    }

    @Override
    public String toString() {
        return "Asked(" + requestId.orElse("nothing") + ")";
    }
}
