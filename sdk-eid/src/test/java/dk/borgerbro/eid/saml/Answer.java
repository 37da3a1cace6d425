package dk.borgerbro.eid.saml;

import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.AssertionContent.AttributeValue;
import dk.borgerbro.eid.internal.saml.AssertionContent.Authentication;
import dk.borgerbro.eid.internal.saml.AssertionContent.Conditions;
import dk.borgerbro.eid.internal.saml.AssertionContent.Confirmation;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.EnvelopedSignature;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.saml.ResponseMessage;
import dk.borgerbro.eid.internal.saml.SealedAssertion;
import dk.borgerbro.eid.internal.saml.SignedAssertion;
import dk.borgerbro.eid.internal.saml.StatusValue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a scripted engine finds in a message: all right at first, then changed field by field. */
final class Answer {
    static final String SUBJECT = "https://data.gov.dk/model/core/eid/person/uuid/37a5a1aa-67ce-4f70-b7c0-b8e678d585f7";
    static final String PROFESSIONAL =
            "https://data.gov.dk/model/core/eid/professional/uuid/37a5a1aa-67ce-4f70-b7c0-b8e678d585f7";
    static final String LOA = "https://data.gov.dk/concept/core/nsis/loa";

    final Set<EngineCheck> refused = EnumSet.noneOf(EngineCheck.class);
    Instant issueInstant;
    Optional<NameId> issuer;
    Optional<String> destination;
    Optional<String> inResponseTo;
    StatusValue status = status("Success");
    int plain;
    int sealed = 1;
    Optional<EngineCheck> responseSignature = Optional.empty();
    boolean responseSigned;
    String assertionId = "_assertion";
    Instant assertionIssueInstant;
    NameId assertionIssuer;
    NameId nameId = NameId.of(SUBJECT).withFormat(NameId.PERSISTENT);
    List<Confirmation> confirmations;
    Optional<Conditions> conditions;
    List<Authentication> authentications;
    List<AttributeValue> attributes = new ArrayList<>();
    int attributeStatements = 1;

    Answer(String idp, String acs, String sp, Optional<String> requestId, Instant now) {
        issueInstant = now;
        assertionIssueInstant = now;
        issuer = Optional.of(NameId.of(idp));
        assertionIssuer = NameId.of(idp);
        destination = Optional.of(acs);
        inResponseTo = requestId;
        Optional<Instant> end = Optional.of(now.plus(Duration.ofMinutes(5)));
        confirmations = List.of(bearer(Optional.of(acs), Optional.empty(), end, requestId));
        conditions = Optional.of(new Conditions(Optional.of(now), end, List.of(Set.of(sp)), false));
        authentications = List.of(new Authentication(
                now, Optional.of("_session"), Optional.of(now.plus(Duration.ofHours(1))), Optional.empty()));
        attributes.add(attribute("https://data.gov.dk/model/core/specVersion", "OIO-SAML-3.0"));
        attributes.add(attribute(LOA, "Substantial"));
    }

    static StatusValue status(String... words) {
        List<String> codes = List.of(words).stream()
                .map(word -> word.contains(":") ? word : "urn:oasis:names:tc:SAML:2.0:status:" + word)
                .toList();
        return new StatusValue(codes, Optional.empty());
    }

    static Confirmation bearer(
            Optional<String> recipient,
            Optional<Instant> notBefore,
            Optional<Instant> notOnOrAfter,
            Optional<String> inResponseTo) {
        return new Confirmation(
                "urn:oasis:names:tc:SAML:2.0:cm:bearer", recipient, notBefore, notOnOrAfter, inResponseTo);
    }

    static AttributeValue attribute(String name, String... values) {
        return new AttributeValue(name, Optional.empty(), List.of(values), true);
    }

    void level(String word) {
        attributes.removeIf(attribute -> attribute.name().equals(LOA));
        attributes.add(attribute(LOA, word));
    }

    ResponseMessage message() throws Refusal {
        refuse(EngineCheck.XML, EngineCheck.STRUCTURE);
        SealedAssertion assertion = (keys, authenticatedOnly) -> {
            refuse(EngineCheck.DECRYPTION, EngineCheck.ASSERTION_STRUCTURE);
            return signed();
        };
        EnvelopedSignature outer = trusted -> {
            if (responseSignature.isPresent()) {
                throw new Refusal(responseSignature.get(), "Response/Signature", "scripted");
            }
        };
        return new ResponseMessage(
                "_response",
                issueInstant,
                issuer,
                destination,
                inResponseTo,
                status,
                plain,
                Collections.nCopies(sealed, assertion),
                responseSigned || responseSignature.isPresent() ? Optional.of(outer) : Optional.empty());
    }

    private SignedAssertion signed() {
        return trusted -> {
            refuse(
                    EngineCheck.SIGNATURE_MISSING,
                    EngineCheck.SIGNATURE_FORM,
                    EngineCheck.SIGNATURE_ALGORITHM,
                    EngineCheck.SIGNATURE_KEY);
            return new AssertionContent(
                    assertionId,
                    assertionIssueInstant,
                    assertionIssuer,
                    Optional.of(new AssertionContent.Subject(Optional.of(nameId), confirmations)),
                    conditions,
                    authentications,
                    Collections.nCopies(attributeStatements, List.copyOf(attributes)));
        };
    }

    private void refuse(EngineCheck... checks) throws Refusal {
        for (EngineCheck check : checks) {
            if (refused.contains(check)) {
                throw new Refusal(check, "Response", "scripted");
            }
        }
    }
}
