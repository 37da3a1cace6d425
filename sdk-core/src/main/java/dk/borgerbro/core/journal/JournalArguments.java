package dk.borgerbro.core.journal;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.journal.Claim.Verdict;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The form of what callers hand in, the same for every implementation, so that what one stores every other can store too. */
final class JournalArguments {
    private static final int LONGEST_ANSWER = 65_536;
    private static final int MOST_WIRE_IDS = 16;
    private static final int MOST_CLAIMS = 10_000;
    private static final Duration LONGEST_LEASE = Duration.ofDays(30);
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern WIRE_NAME = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final Pattern WIRE_VALUE = Pattern.compile("[ -~]{1,200}");

    private final String operation;
    private final List<Finding> findings = new ArrayList<>();

    private JournalArguments(String operation) {
        this.operation = operation;
    }

    static void checkClaim(String contentDigest, Map<String, String> wireIds, Duration lease) {
        JournalArguments arguments = new JournalArguments("claim");
        arguments.require(
                DIGEST.matcher(contentDigest).matches(),
                "contentDigest",
                "must be SHA-256 in 64 lower-case hex digits");
        arguments.require(wireIds.size() <= MOST_WIRE_IDS, "wireIds", "must be at most " + MOST_WIRE_IDS);
        wireIds.forEach((name, value) -> {
            boolean named = WIRE_NAME.matcher(name).matches();
            arguments.require(named, "wireIds", "every name must be 1 to 40 of letters, digits and . _ -");
            arguments.require(
                    WIRE_VALUE.matcher(value).matches(),
                    named ? "wireIds." + name : "wireIds",
                    "must be 1 to 200 printable ASCII characters");
        });
        arguments.requireLease(lease);
        arguments.refuseFindings();
    }

    static void checkSettle(Claim claim, JournalState state, String answer) {
        JournalArguments arguments = new JournalArguments("settle");
        arguments.require(
                claim.verdict() == Verdict.SEND || claim.verdict() == Verdict.RESOLVE,
                "claim",
                "only claims with verdict SEND or RESOLVE have an outcome");
        arguments.require(state != JournalState.STARTED, "state", "STARTED is no outcome");
        arguments.require(
                answer.length() <= LONGEST_ANSWER,
                "answer",
                "must be at most " + LONGEST_ANSWER + " characters (it has " + answer.length() + ")");
        // Databases store neither: half of a surrogate pair has no UTF-8 form, and PostgreSQL's text has no NUL.
        arguments.require(
                answer.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(answer),
                "answer",
                "must be well-formed Unicode without NUL");
        arguments.refuseFindings();
    }

    static void checkClaimUnresolved(Duration lease, int limit) {
        JournalArguments arguments = new JournalArguments("claimUnresolved");
        arguments.requireLease(lease);
        arguments.require(limit >= 1 && limit <= MOST_CLAIMS, "limit", "must be 1 to " + MOST_CLAIMS);
        arguments.refuseFindings();
    }

    static InvalidInputException wireIdTaken() {
        return new InvalidInputException(
                CallReference.local("journal", "claim"),
                List.of(Finding.error(
                        "WIRE_ID",
                        "wireIds",
                        "one of the ids stands for another event already; every event needs its own")));
    }

    static InvalidInputException foreignClaim() {
        return new InvalidInputException(
                CallReference.local("journal", "settle"),
                List.of(Finding.error("VALUE", "claim", "is of another journal: this one has no such event")));
    }

    private void requireLease(Duration lease) {
        require(
                lease.compareTo(Duration.ZERO) > 0 && lease.compareTo(LONGEST_LEASE) <= 0,
                "lease",
                "must be more than nothing and at most 30 days");
    }

    private void require(boolean holds, String path, String message) {
        if (!holds) {
            findings.add(Finding.error("VALUE", path, message));
        }
    }

    private void refuseFindings() {
        if (!findings.isEmpty()) {
            throw new InvalidInputException(CallReference.local("journal", operation), findings);
        }
    }
}
