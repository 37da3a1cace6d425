package dk.borgerbro.digitalpost.registration;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether somebody can receive Digital Post; decide on this one. Codes that come up later are kept as they are. */
public final class PublicRegistrationStatus {
    /** Can receive. */
    public static final PublicRegistrationStatus REGISTERED = new PublicRegistrationStatus("REGISTERED");
    /** Is exempt: send on paper. */
    public static final PublicRegistrationStatus EXEMPT = new PublicRegistrationStatus("EXEMPT");
    /** Has died, or the company is closed. */
    public static final PublicRegistrationStatus CLOSED = new PublicRegistrationStatus("CLOSED");
    /** The service does not know. */
    public static final PublicRegistrationStatus UNKNOWN = new PublicRegistrationStatus("UNKNOWN");

    private static final Set<PublicRegistrationStatus> KNOWN = Set.of(REGISTERED, EXEMPT, CLOSED, UNKNOWN);

    private final String wire;

    private PublicRegistrationStatus(String wire) {
        this.wire = wire;
    }

    /** {@return the status with this code} */
    public static PublicRegistrationStatus of(String wire) {
        return new PublicRegistrationStatus(wire);
    }

    /** {@return whether this version of the SDK knows the code} */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** {@return the code} */
    public String text() {
        return wire;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof PublicRegistrationStatus status && status.wire.equals(wire);
    }

    @Override
    public int hashCode() {
        return wire.hashCode();
    }

    @Override
    public String toString() {
        return wire;
    }
}
