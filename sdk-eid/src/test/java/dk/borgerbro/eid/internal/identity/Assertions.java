package dk.borgerbro.eid.internal.identity;

import dk.borgerbro.eid.OioAttribute;
import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.AssertionContent.AttributeValue;
import dk.borgerbro.eid.internal.saml.AssertionContent.Subject;
import dk.borgerbro.eid.saml.NameId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Contents of assertions as an engine hands them over, to be changed one thing at a time. */
record Assertions(@Nullable NameId nameId, List<AttributeValue> attributes) {
    static final String UUID = "00f5c3d1-8a2b-4c3d-9e4f-5a6b7c8d9e0f";
    static final String PERSON_ID = "https://data.gov.dk/model/core/eid/person/uuid/" + UUID;
    static final String PROFESSIONAL_ID = "https://data.gov.dk/model/core/eid/professional/uuid/" + UUID;

    static Assertions person() {
        return new Assertions(NameId.of(PERSON_ID).withFormat(NameId.PERSISTENT), List.of())
                .with(OioAttribute.SPEC_VERSION, "OIO-SAML-3.0")
                .with(OioAttribute.NSIS_LOA, "Substantial");
    }

    static Assertions professional() {
        return person().named(NameId.of(PROFESSIONAL_ID).withFormat(NameId.PERSISTENT))
                .with(OioAttribute.CVR, "99000007")
                .with(OioAttribute.ORGANISATION_NAME, "Prøvested Kommune");
    }

    Assertions named(@Nullable NameId other) {
        return new Assertions(other, attributes);
    }

    /** One more element. */
    Assertions with(AttributeValue attribute) {
        List<AttributeValue> more = new ArrayList<>(attributes);
        more.add(attribute);
        return new Assertions(nameId, List.copyOf(more));
    }

    Assertions with(String name, String... values) {
        return with(new AttributeValue(name, Optional.empty(), List.of(values), true));
    }

    Assertions with(OioAttribute attribute, String... values) {
        return with(attribute.uri(), values);
    }

    Assertions without(OioAttribute attribute) {
        return new Assertions(
                nameId,
                attributes.stream()
                        .filter(element -> !element.name().equals(attribute.uri()))
                        .toList());
    }

    Assertions replacing(OioAttribute attribute, String... values) {
        return without(attribute).with(attribute, values);
    }

    AssertionContent content() {
        return content(List.of(attributes));
    }

    AssertionContent content(List<List<AttributeValue>> statements) {
        return content(Optional.of(new Subject(Optional.ofNullable(nameId), List.of())), statements);
    }

    static AssertionContent content(Optional<Subject> subject, List<List<AttributeValue>> statements) {
        return new AssertionContent(
                "_1",
                Instant.EPOCH,
                NameId.of("https://idp.example"),
                subject,
                Optional.empty(),
                List.of(),
                statements);
    }
}
