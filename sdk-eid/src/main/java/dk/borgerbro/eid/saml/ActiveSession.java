package dk.borgerbro.eid.saml;

import dk.borgerbro.eid.AssuranceLevel;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session that a login began and no logout has ended, on whichever node. Immutable. Prints nothing that names anybody. */
public final class ActiveSession {
    private final NameId subject;
    private final AssuranceLevel level;
    private final Instant expiresAt;
    private final @Nullable String sessionIndex;

    private ActiveSession(NameId subject, AssuranceLevel level, Instant expiresAt, @Nullable String sessionIndex) {
        this.subject = Objects.requireNonNull(subject, "subject");
        this.level = Objects.requireNonNull(level, "level");
        this.expiresAt = Objects.requireNonNull(expiresAt, "expiresAt");
        this.sessionIndex = sessionIndex;
    }

    /**
     * {@return a session}
     *
     * @param subject who logged in, as the identity provider named them
     * @param level that the login reached
     * @param expiresAt from when on nobody is logged in by it
     */
    public static ActiveSession of(NameId subject, AssuranceLevel level, Instant expiresAt) {
        return new ActiveSession(subject, level, expiresAt, null);
    }

    /** {@return the same session with the identity provider's name for it} */
    public ActiveSession withSessionIndex(String index) {
        return new ActiveSession(subject, level, expiresAt, index);
    }

    /** {@return who logged in; personal data} */
    public NameId subject() {
        return subject;
    }

    /** {@return the level that the login reached} */
    public AssuranceLevel level() {
        return level;
    }

    /** {@return from when on nobody is logged in by it} */
    public Instant expiresAt() {
        return expiresAt;
    }

    /** {@return the identity provider's name for the session, which it may use in a logout; absent if it gave none} */
    public Optional<String> sessionIndex() {
        return Optional.ofNullable(sessionIndex);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ActiveSession that
                && subject.equals(that.subject)
                && level == that.level
                && expiresAt.equals(that.expiresAt)
                && Objects.equals(sessionIndex, that.sessionIndex);
    }

    @Override
    public int hashCode() {
        return Objects.hash(subject, level, expiresAt, sessionIndex);
    }

    @Override
    public String toString() {
        return "ActiveSession(" + level + ", until " + expiresAt + ")";
    }
}
