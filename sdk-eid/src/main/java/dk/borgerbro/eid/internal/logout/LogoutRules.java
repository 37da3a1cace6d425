package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.eid.internal.saml.TimeWindow;
import dk.borgerbro.eid.saml.LogoutCheck;
import dk.borgerbro.eid.saml.NameId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** L08 to L10: what stands on a signed message, whether it asks or answers. */
final class LogoutRules {
    private LogoutRules() {}

    /** L08. */
    static void checkIssuer(@Nullable NameId issuer, String entityId) throws LogoutRefusal {
        if (issuer == null) {
            throw new LogoutRefusal(LogoutCheck.L08_ISSUER, "Issuer", "is missing");
        }
        if (!issuer.value().equals(entityId)) {
            throw new LogoutRefusal(
                    LogoutCheck.L08_ISSUER,
                    "Issuer",
                    "is not the entityID in the identity provider's metadata, which must be equal to the letter");
        }
        if (!issuer.format().orElse(NameId.ENTITY).equals(NameId.ENTITY)) {
            throw new LogoutRefusal(
                    LogoutCheck.L08_ISSUER, "Issuer/@Format", "is neither absent nor that of an entity");
        }
    }

    /** L09: a signed message must say where it goes, and be there. */
    static void checkDestination(@Nullable String destination, String address) throws LogoutRefusal {
        if (destination == null) {
            throw new LogoutRefusal(
                    LogoutCheck.L09_DESTINATION, "@Destination", "is missing, and must be there in a signed message");
        }
        if (!destination.equals(address)) {
            throw new LogoutRefusal(
                    LogoutCheck.L09_DESTINATION,
                    "@Destination",
                    "is not the configured address for logout, which must be equal to the letter");
        }
    }

    /** L10, of requests and answers. */
    static void checkIssueInstant(Instant issued, TimeWindow time) throws LogoutRefusal {
        if (!time.issuedJustNow(issued)) {
            throw new LogoutRefusal(
                    LogoutCheck.L10_TIME, "@IssueInstant", "is too old or in the future; check the clock");
        }
    }

    /** L10, of requests that say how long they hold. */
    static void checkEnd(@Nullable Instant notOnOrAfter, TimeWindow time) throws LogoutRefusal {
        if (notOnOrAfter != null && time.hasEnded(notOnOrAfter)) {
            throw new LogoutRefusal(LogoutCheck.L10_TIME, "@NotOnOrAfter", "has passed; check the clock");
        }
    }
}
