package dk.borgerbro.eid.internal.saml;

import dk.borgerbro.eid.internal.saml.AssertionContent.Authentication;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** R21: when the subject authenticated, and until when that counts. */
public final class AuthenticationRule {
    private static final String PATH = "Assertion/AuthnStatement";

    private AuthenticationRule() {}

    /**
     * {@return the only authentication}
     *
     * @param freshSince when a login was asked for that must not rest on an older one; null if an older one will do
     */
    public static Authentication check(
            List<Authentication> authentications, @Nullable Instant freshSince, TimeWindow time) {
        if (authentications.size() != 1) {
            throw refuse(PATH, "must be there once, but is " + authentications.size() + " times");
        }
        Authentication only = authentications.get(0);
        if (time.isAhead(only.at())) {
            throw refuse(PATH + "/@AuthnInstant", "is in the future; check the clock");
        }
        if (freshSince != null && only.at().isBefore(freshSince.minus(time.skew()))) {
            throw refuse(PATH + "/@AuthnInstant", "is from before the request, which asked for a new authentication");
        }
        if (only.sessionNotOnOrAfter().filter(time::hasEnded).isPresent()) {
            throw refuse(PATH + "/@SessionNotOnOrAfter", "has passed; check the clock");
        }
        return only;
    }

    private static LoginRejectedException refuse(String path, String reason) {
        return LoginRejectedException.of(LoginCheck.R21_AUTHENTICATION, path, reason);
    }
}
