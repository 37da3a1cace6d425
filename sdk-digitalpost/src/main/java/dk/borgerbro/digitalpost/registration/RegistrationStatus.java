package dk.borgerbro.digitalpost.registration;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** How somebody came to be registered or not; for showing, not for deciding. Codes that come up later are kept as they are. */
public final class RegistrationStatus {
    /** Fully registered. */
    public static final RegistrationStatus AUTOMATIC_REGISTRATION = new RegistrationStatus("AUTOMATIC_REGISTRATION");
    /** Registered by own choice. */
    public static final RegistrationStatus VOLUNTARY_REGISTRATION = new RegistrationStatus("VOLUNTARY_REGISTRATION");
    /** In the 21 days before a citizen is registered. */
    public static final RegistrationStatus BEFORE_UNCONFIRMED_REGISTRATION =
            new RegistrationStatus("BEFORE_UNCONFIRMED_REGISTRATION");
    /** In the waiting period, which ends by time or by logging in; cannot receive yet. */
    public static final RegistrationStatus UNCONFIRMED_REGISTRATION =
            new RegistrationStatus("UNCONFIRMED_REGISTRATION");
    /** Exempt, having left the country. */
    public static final RegistrationStatus EXEMPT_LEFT_THE_COUNTRY = new RegistrationStatus("EXEMPT_LEFT_THE_COUNTRY");
    /** Exempt for another reason. */
    public static final RegistrationStatus EXEMPT_OTHER_REASON = new RegistrationStatus("EXEMPT_OTHER_REASON");
    /** Up to three weeks before the 15th birthday. */
    public static final RegistrationStatus CREATED_AWAITING_REGISTRATION =
            new RegistrationStatus("CREATED_AWAITING_REGISTRATION");
    /** The service does not know. */
    public static final RegistrationStatus UNKNOWN = new RegistrationStatus("UNKNOWN");

    private static final Set<RegistrationStatus> KNOWN = Set.of(
            AUTOMATIC_REGISTRATION,
            VOLUNTARY_REGISTRATION,
            BEFORE_UNCONFIRMED_REGISTRATION,
            UNCONFIRMED_REGISTRATION,
            EXEMPT_LEFT_THE_COUNTRY,
            EXEMPT_OTHER_REASON,
            CREATED_AWAITING_REGISTRATION,
            UNKNOWN);

    private final String wire;

    private RegistrationStatus(String wire) {
        this.wire = wire;
    }

    /** {@return the status with this code} */
    public static RegistrationStatus of(String wire) {
        return new RegistrationStatus(wire);
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
        return other instanceof RegistrationStatus status && status.wire.equals(wire);
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
