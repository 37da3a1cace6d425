package dk.borgerbro.eid.saml;

import java.time.Instant;
import java.util.Objects;

/**
 * A message of a login as it was sent or received, for whoever must keep proof of it. Immutable. Prints nothing of its content.
 *
 * <p>NemLog-in's terms ask service providers to keep requests and responses, with their signatures, for six months.
 */
public final class ArchivedMessage {
    private final Kind kind;
    private final Instant at;
    private final String correlationId;
    private final byte[] content;

    private ArchivedMessage(Kind kind, Instant at, String correlationId, byte[] content) {
        this.kind = Objects.requireNonNull(kind, "kind");
        this.at = Objects.requireNonNull(at, "at");
        this.correlationId = Objects.requireNonNull(correlationId, "correlationId");
        this.content = content;
    }

    /**
     * {@return a message}
     *
     * @param at when it was sent or received
     * @param correlationId under which the audit trail has it
     * @param content copied; see {@link #content}
     */
    public static ArchivedMessage of(Kind kind, Instant at, String correlationId, byte[] content) {
        return new ArchivedMessage(kind, at, correlationId, content.clone());
    }

    /** {@return which message it is} */
    public Kind kind() {
        return kind;
    }

    /** {@return when it was sent or received} */
    public Instant at() {
        return at;
    }

    /** {@return the id under which the audit trail has it} */
    public String correlationId() {
        return correlationId;
    }

    /** {@return a copy: of a request its whole address, in ASCII; of a response its XML, with the assertion still encrypted} */
    public byte[] content() {
        return content.clone();
    }

    @Override
    public String toString() {
        return "ArchivedMessage(" + kind + ", " + correlationId + ", content hidden)";
    }

    /** Which message it is. */
    public enum Kind {
        /** A login request, which was sent. */
        REQUEST,
        /** The answer to one, which was received; it may turn out not to be genuine. */
        RESPONSE
    }
}
