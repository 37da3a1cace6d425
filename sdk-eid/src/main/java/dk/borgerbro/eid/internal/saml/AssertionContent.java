package dk.borgerbro.eid.internal.saml;

import dk.borgerbro.eid.saml.NameId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a verified assertion says, as it says it: repeated where the schema lets it repeat, so that the rules can count. Prints nothing of it.
 *
 * @param issuer as received
 * @param subject absent if there is none
 */
public record AssertionContent(
        String id,
        Instant issueInstant,
        NameId issuer,
        Optional<Subject> subject,
        Optional<Conditions> conditions,
        List<Authentication> authentications,
        List<List<AttributeValue>> attributeStatements) {

    /** The subject; {@code nameId} is absent where it is encrypted or a base id. */
    public record Subject(Optional<NameId> nameId, List<Confirmation> confirmations) {
        @Override
        public String toString() {
            return "Subject(hidden)";
        }
    }

    /** One way to confirm the subject. */
    public record Confirmation(
            String method,
            Optional<String> recipient,
            Optional<Instant> notBefore,
            Optional<Instant> notOnOrAfter,
            Optional<String> inResponseTo) {
        @Override
        public String toString() {
            return "Confirmation(hidden)";
        }
    }

    /**
     * When and for whom the assertion holds.
     *
     * @param audiences one set for each restriction
     * @param unknown whether there is a condition that is neither audience, one-time use nor proxy restriction
     */
    public record Conditions(
            Optional<Instant> notBefore,
            Optional<Instant> notOnOrAfter,
            List<Set<String>> audiences,
            boolean unknown) {}

    /** One authentication. */
    public record Authentication(
            Instant at,
            Optional<String> sessionIndex,
            Optional<Instant> sessionNotOnOrAfter,
            Optional<String> classRef) {
        @Override
        public String toString() {
            return "Authentication(hidden)";
        }
    }

    /**
     * One attribute element.
     *
     * @param values the texts in order; a value with elements in it is absent from the list and makes {@code textOnly} false
     */
    public record AttributeValue(String name, Optional<String> nameFormat, List<String> values, boolean textOnly) {
        @Override
        public String toString() {
            return "AttributeValue(hidden)";
        }
    }

    @Override
    public String toString() {
        return "AssertionContent(hidden)";
    }
}
