package dk.borgerbro.eid.internal.saml;

import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import java.util.Optional;

/** R5, R7, R9 and R17: what stands on the envelope, and when it was written. */
public final class ResponseRules {
    private ResponseRules() {}

    /** R5: the address, character by character as it is configured; what the request was sent to does not matter. */
    public static void checkDestination(ResponseMessage response, String consumerService) {
        Optional<String> destination = response.destination();
        if (destination.isEmpty()) {
            throw LoginRejectedException.of(LoginCheck.R05_DESTINATION, "Response/@Destination", "is missing");
        }
        if (!destination.get().equals(consumerService)) {
            throw LoginRejectedException.of(
                    LoginCheck.R05_DESTINATION,
                    "Response/@Destination",
                    "is not the configured address of the assertion consumer service, which must be equal to the letter");
        }
    }

    /** R7. */
    public static void checkIssueInstant(ResponseMessage response, TimeWindow time) {
        if (!time.issuedJustNow(response.issueInstant())) {
            throw LoginRejectedException.of(
                    LoginCheck.R07_ISSUE_INSTANT,
                    "Response/@IssueInstant",
                    "is too old or in the future; check the clock");
        }
    }

    /** R17. */
    public static void checkIssueInstant(AssertionContent assertion, TimeWindow time) {
        if (!time.issuedJustNow(assertion.issueInstant())) {
            throw LoginRejectedException.of(
                    LoginCheck.R17_ASSERTION_ISSUE_INSTANT,
                    "Assertion/@IssueInstant",
                    "is too old or in the future; check the clock");
        }
    }

    /** {@return R9: the only assertion, which is encrypted} */
    public static SealedAssertion onlyAssertion(ResponseMessage response) {
        if (response.plainAssertions() > 0) {
            throw LoginRejectedException.of(
                    LoginCheck.R09_ASSERTION_COUNT, "Response/Assertion", "is not encrypted; the profile forbids it");
        }
        int count = response.encryptedAssertions().size();
        if (count != 1) {
            throw LoginRejectedException.of(
                    LoginCheck.R09_ASSERTION_COUNT,
                    "Response/EncryptedAssertion",
                    "must be there once, but is " + count + " times");
        }
        return response.encryptedAssertions().get(0);
    }
}
