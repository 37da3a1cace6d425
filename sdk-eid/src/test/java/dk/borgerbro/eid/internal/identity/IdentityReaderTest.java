package dk.borgerbro.eid.internal.identity;

import static dk.borgerbro.eid.internal.identity.Assertions.PERSON_ID;
import static dk.borgerbro.eid.internal.identity.Assertions.PROFESSIONAL_ID;
import static dk.borgerbro.eid.internal.identity.Assertions.person;
import static dk.borgerbro.eid.internal.identity.Assertions.professional;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.Identity;
import dk.borgerbro.eid.OioAttribute;
import dk.borgerbro.eid.Person;
import dk.borgerbro.eid.Professional;
import dk.borgerbro.eid.SubjectId;
import dk.borgerbro.eid.SubjectKind;
import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.AssertionContent.AttributeValue;
import dk.borgerbro.eid.internal.saml.AssertionContent.Subject;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import dk.borgerbro.eid.saml.NameId;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityReaderTest {
    private static final IdentityReader READER = IdentityReader.oio3();
    private static final String SECRET = "Hemmelig";

    private static Identity read(Assertions assertion) {
        return read(READER, assertion.content(), null);
    }

    private static Identity read(IdentityReader reader, AssertionContent content, @Nullable SubjectKind requested) {
        return reader.identity(content, reader.subject(content), requested);
    }

    private static void assertRefused(LoginCheck check, ThrowingCallable reading) {
        assertThatExceptionOfType(LoginRejectedException.class)
                .isThrownBy(reading)
                .satisfies(e -> {
                    assertThat(e.code()).isEqualTo(check);
                    assertThat(e.getMessage())
                            .doesNotContain(SECRET)
                            .doesNotContain(Assertions.UUID)
                            .doesNotContain("99000007");
                    assertThat(e.getCause()).isNull();
                });
    }

    private static void assertRefused(LoginCheck check, Assertions assertion) {
        assertRefused(check, () -> read(assertion));
    }

    @Test
    void aPersonIsRead() {
        Identity identity = read(person().with(OioAttribute.FULL_NAME, "Ane Prøvesen"));
        assertThat(identity).isInstanceOf(Person.class);
        assertThat(identity.subject()).isEqualTo(SubjectId.parse(PERSON_ID));
        assertThat(identity.assuranceLevel()).isEqualTo(AssuranceLevel.SUBSTANTIAL);
        assertThat(identity.fullName()).hasValue("Ane Prøvesen");
        assertThat(identity.specVersion()).hasValue("OIO-SAML-3.0");
    }

    @Test
    void aProfessionalIsRead() {
        Identity identity = read(READER, professional().content(), SubjectKind.PROFESSIONAL);
        assertThat(identity).isInstanceOf(Professional.class);
        assertThat(((Professional) identity).cvr()).isEqualTo(CvrNumber.of("99000007"));
        assertThat(((Professional) identity).organisationName()).isEqualTo("Prøvested Kommune");
    }

    // R18

    @Test
    void bothFormatsOfTheProfileAreAccepted() {
        for (String format : List.of(NameId.PERSISTENT, NameId.TRANSIENT)) {
            assertThat(read(person().named(NameId.of(PERSON_ID).withFormat(format))))
                    .isInstanceOf(Person.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "persistent",
                "urn:oasis:names:tc:SAML:2.0:nameid-format:Persistent",
                "urn:oasis:names:tc:SAML:2.0:nameid-format:entity",
                "urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified",
                "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress",
                "urn:oasis:names:tc:SAML:2.0:nameid-format:transient "
            })
    void otherFormatsAreRefused(String format) {
        assertRefused(
                LoginCheck.R18_SUBJECT, person().named(NameId.of(PERSON_ID).withFormat(format)));
    }

    @Test
    void aNameIdWithoutFormatIsRefused() {
        assertRefused(LoginCheck.R18_SUBJECT, person().named(NameId.of(PERSON_ID)));
    }

    @Test
    void anAssertionWithoutSubjectOrNameIdIsRefused() {
        assertRefused(LoginCheck.R18_SUBJECT, person().named(null));
        assertRefused(
                LoginCheck.R18_SUBJECT, () -> READER.subject(Assertions.content(Optional.<Subject>empty(), List.of())));
    }

    /** S42; more in {@code SubjectIdTest}. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hemmelig",
                "https://data.gov.dk/model/core/eid/person/uuid/x/uuid/00f5c3d1-8a2b-4c3d-9e4f-5a6b7c8d9e0f",
                "https://data.gov.dk.example/model/core/eid/person/uuid/00f5c3d1-8a2b-4c3d-9e4f-5a6b7c8d9e0f"
            })
    void aNameIdOfAnotherFormIsRefused(String value) {
        assertRefused(LoginCheck.R18_SUBJECT, person().named(NameId.of(value).withFormat(NameId.TRANSIENT)));
    }

    /** S23 and S24: what the engine joins is used whole. */
    @Test
    void aNameIdThatWentOnBehindACommentIsRefusedAsAWhole() {
        assertRefused(
                LoginCheck.R18_SUBJECT,
                person().named(NameId.of(PERSON_ID + ".evil").withFormat(NameId.PERSISTENT)));
    }

    // R22

    /** S44, the attributes' part. */
    @Test
    void noListOfAttributesOrTwoAreRefused() {
        assertRefused(LoginCheck.R22_ATTRIBUTES, () -> read(READER, person().content(List.of()), null));
        List<AttributeValue> attributes = person().attributes();
        assertRefused(
                LoginCheck.R22_ATTRIBUTES, () -> read(READER, person().content(List.of(attributes, attributes)), null));
        assertRefused(
                LoginCheck.R22_ATTRIBUTES, () -> read(READER, person().content(List.of(attributes, List.of())), null));
    }

    @ParameterizedTest
    @EnumSource(OioAttribute.class)
    void eachAttributeRepeatsAsOftenAsTheTableSays(OioAttribute attribute) {
        Assertions holder = attribute.holder() == OioAttribute.Holder.PROFESSIONAL ? professional() : person();
        Assertions once = holder.without(attribute).with(attribute, "12345678");
        Assertions twoElements = once.with(attribute, "87654321");
        Assertions twoValues = holder.without(attribute).with(attribute, "12345678", "87654321");
        if (attribute.occurs() == OioAttribute.Occurs.ANY_NUMBER) {
            assertThat(read(twoElements).attributes().values(attribute)).containsExactly("12345678", "87654321");
            assertThat(read(twoValues)).isEqualTo(read(twoElements));
        } else {
            assertRefused(LoginCheck.R22_ATTRIBUTES, twoElements);
            assertRefused(LoginCheck.R22_ATTRIBUTES, twoValues);
        }
    }

    @ParameterizedTest
    @EnumSource(OioAttribute.class)
    void sayingTheSameTwiceIsNoContradiction(OioAttribute attribute) {
        Assertions holder = attribute.holder() == OioAttribute.Holder.PROFESSIONAL ? professional() : person();
        Assertions once = holder.without(attribute).with(attribute, "12345678");
        assertThat(read(once.with(attribute, "12345678"))).isEqualTo(read(once));
        assertThat(read(holder.replacing(attribute, "12345678", "12345678"))).isEqualTo(read(once));
    }

    @Test
    void valuesThatDifferInCaseOrSpaceOnlyAreDifferent() {
        assertRefused(
                LoginCheck.R22_ATTRIBUTES,
                person().with(OioAttribute.ALIAS, SECRET).with(OioAttribute.ALIAS, SECRET + " "));
    }

    @Test
    void anElementWithoutValueAddsNothing() {
        assertThat(read(person().with(OioAttribute.ALIAS)
                                .with(OioAttribute.ALIAS, "a")
                                .with(OioAttribute.ALIAS))
                        .alias())
                .hasValue("a");
        assertThat(read(person().with(OioAttribute.ALIAS)).attributes().names()).contains(OioAttribute.ALIAS.uri());
    }

    @Test
    void unknownAttributesAreKeptWithAllTheirValues() {
        Identity identity = read(person().with("urn:unknown", "1", "2", "1").with("urn:other"));
        assertThat(identity.attributes().values("urn:unknown")).containsExactly("1", "2", "1");
        assertThat(identity.attributes().names()).endsWith("urn:unknown", "urn:other");
    }

    @Test
    void anUnknownAttributeInTwoElementsIsAcceptedOnlyIfTheySayTheSame() {
        Assertions once = person().with("urn:Hemmelig", "1", "2");
        assertThat(read(once.with("urn:Hemmelig", "1", "2"))).isEqualTo(read(once));
        assertRefused(LoginCheck.R22_ATTRIBUTES, once.with("urn:Hemmelig", "2", "1"));
        assertRefused(LoginCheck.R22_ATTRIBUTES, once.with("urn:Hemmelig", "1"));
    }

    @Test
    void theFormatOfANameMakesNoOtherAttributeOfIt() {
        AttributeValue basic = new AttributeValue(
                OioAttribute.NSIS_LOA.uri(),
                Optional.of("urn:oasis:names:tc:SAML:2.0:attrname-format:basic"),
                List.of("High"),
                true);
        assertRefused(LoginCheck.R22_ATTRIBUTES, person().with(basic));
    }

    @ParameterizedTest
    @EnumSource(OioAttribute.class)
    void aValueThatIsNotTextIsRefusedExceptInTheOneAttributeThatIsXml(OioAttribute attribute) {
        Assertions holder = attribute.holder() == OioAttribute.Holder.PROFESSIONAL ? professional() : person();
        Assertions assertion =
                holder.without(attribute).with(new AttributeValue(attribute.uri(), Optional.empty(), List.of(), false));
        if (attribute == OioAttribute.LEGACY_BOOTSTRAP_TOKEN) {
            assertThat(read(assertion).attributes().names()).contains(attribute.uri());
            assertThat(read(assertion).bootstrapToken()).isEmpty();
        } else {
            assertRefused(LoginCheck.R22_ATTRIBUTES, assertion);
        }
    }

    @Test
    void aValueOfAnUnknownAttributeThatIsNotTextIsRefused() {
        assertRefused(
                LoginCheck.R22_ATTRIBUTES,
                person().with(new AttributeValue("urn:" + SECRET, Optional.empty(), List.of(SECRET), false)));
    }

    // R23

    /** S40. */
    @Test
    void theKindThatWasAskedForIsDemanded() {
        assertThat(read(READER, person().content(), SubjectKind.PERSON)).isInstanceOf(Person.class);
        assertRefused(
                LoginCheck.R23_ATTRIBUTE_PROFILE, () -> read(READER, person().content(), SubjectKind.PROFESSIONAL));
        assertRefused(
                LoginCheck.R23_ATTRIBUTE_PROFILE,
                () -> read(READER, professional().content(), SubjectKind.PERSON));
    }

    /** S40 by the attributes alone: the NameID is of the kind that was asked for. */
    @Test
    void attributesOfTheOtherKindAreRefusedWhateverWasAskedFor() {
        NameId person = NameId.of(PERSON_ID).withFormat(NameId.PERSISTENT);
        NameId professional = NameId.of(PROFESSIONAL_ID).withFormat(NameId.PERSISTENT);
        assertRefused(
                LoginCheck.R23_ATTRIBUTE_PROFILE,
                () -> read(READER, professional().named(person).content(), SubjectKind.PERSON));
        assertRefused(
                LoginCheck.R23_ATTRIBUTE_PROFILE,
                () -> read(READER, person().named(professional).content(), SubjectKind.PROFESSIONAL));
    }

    /** D14. */
    @ParameterizedTest
    @EnumSource(OioAttribute.class)
    void eachAttributeIsAcceptedFromItsHolderOnly(OioAttribute attribute) {
        boolean forPersons = attribute.holder().admits(SubjectKind.PERSON);
        boolean forProfessionals = attribute.holder().admits(SubjectKind.PROFESSIONAL);
        Assertions person = person().replacing(attribute, "12345678");
        Assertions professional = professional().replacing(attribute, "12345678");
        if (forPersons) {
            assertThat(read(person).attributes().value(attribute)).hasValue("12345678");
        } else {
            assertRefused(LoginCheck.R23_ATTRIBUTE_PROFILE, person);
        }
        if (forProfessionals) {
            assertThat(read(professional).attributes().value(attribute)).hasValue("12345678");
        } else {
            assertRefused(LoginCheck.R23_ATTRIBUTE_PROFILE, professional);
        }
    }

    /** S41. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "9900000",
                "990000070",
                "99000007 ",
                " 9900000",
                "DK99000007",
                "9900000x",
                "٩٩٠٠٠٠٠٧",
                "99 00 00 07"
            })
    void aCvrNumberThatIsNotEightDigitsIsRefused(String cvr) {
        assertRefused(LoginCheck.R23_ATTRIBUTE_PROFILE, professional().replacing(OioAttribute.CVR, cvr));
    }

    /** S41. */
    @Test
    void aProfessionalWithoutOrganisationIsRefused() {
        assertRefused(LoginCheck.R23_ATTRIBUTE_PROFILE, professional().without(OioAttribute.CVR));
        assertRefused(LoginCheck.R23_ATTRIBUTE_PROFILE, professional().replacing(OioAttribute.CVR));
        assertRefused(LoginCheck.R23_ATTRIBUTE_PROFILE, professional().without(OioAttribute.ORGANISATION_NAME));
        assertRefused(LoginCheck.R23_ATTRIBUTE_PROFILE, professional().replacing(OioAttribute.ORGANISATION_NAME));
        assertRefused(
                LoginCheck.R23_ATTRIBUTE_PROFILE, professional().replacing(OioAttribute.ORGANISATION_NAME, " \n"));
        assertRefused(
                LoginCheck.R23_ATTRIBUTE_PROFILE,
                professional().without(OioAttribute.CVR).with(OioAttribute.LEGACY_CVR, "99000007"));
    }

    @Test
    void anInventedOrganisationOfATestEnvironmentMayLogIn() {
        assertThat(read(professional().replacing(OioAttribute.CVR, "91234567"))).isInstanceOf(Professional.class);
    }

    @Test
    void anAssertionMustNameItsVersionWhateverItIs() {
        assertRefused(LoginCheck.R23_ATTRIBUTE_PROFILE, person().without(OioAttribute.SPEC_VERSION));
        assertRefused(LoginCheck.R23_ATTRIBUTE_PROFILE, person().replacing(OioAttribute.SPEC_VERSION, " "));
        assertRefused(LoginCheck.R23_ATTRIBUTE_PROFILE, person().replacing(OioAttribute.SPEC_VERSION));
        assertThat(read(person().replacing(OioAttribute.SPEC_VERSION, "OIO-SAML-4.0")))
                .isInstanceOf(Person.class);
    }

    @Test
    void contradictionsAreFoundBeforeBreachesOfTheProfile() {
        assertRefused(
                LoginCheck.R22_ATTRIBUTES,
                person().with(OioAttribute.CVR, "99000007").with(OioAttribute.ALIAS, "1", "2"));
    }

    @Test
    void aMalformedOptionalAttributeDoesNotStopTheLogin() {
        Identity identity = read(person().with(OioAttribute.CPR_NUMBER, "x")
                .with(OioAttribute.PRIVILEGES, "!")
                .with(OioAttribute.BOOTSTRAP_TOKEN, "!"));
        assertThat(identity.cprNumber()).isEmpty();
        assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(identity::privileges);
        assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(identity::bootstrapToken);
    }

    // The value of R24

    /** S39, the value's part. */
    @ParameterizedTest
    @CsvSource({
        "Low, LOW",
        "Substantial, SUBSTANTIAL",
        "High, HIGH",
        "SuperHigh, UNKNOWN",
        "high, UNKNOWN",
        "HIGH, UNKNOWN",
        "'High ', UNKNOWN",
        "H\u0131gh, UNKNOWN",
        "'', UNKNOWN",
        "3, UNKNOWN",
        "https://data.gov.dk/concept/core/nsis/loa/High, UNKNOWN",
        "https://data.gov.dk/concept/core/nsis/High, UNKNOWN"
    })
    void aLevelIsOneOfThreeBareWords(String word, AssuranceLevel level) {
        assertThat(read(person().replacing(OioAttribute.NSIS_LOA, word)).assuranceLevel())
                .isEqualTo(level);
    }

    @Test
    void aMissingLevelIsUnknownAndTwoAreRefused() {
        assertThat(read(person().without(OioAttribute.NSIS_LOA)).assuranceLevel())
                .isEqualTo(AssuranceLevel.UNKNOWN);
        assertThat(read(person().replacing(OioAttribute.NSIS_LOA)).assuranceLevel())
                .isEqualTo(AssuranceLevel.UNKNOWN);
        assertRefused(LoginCheck.R22_ATTRIBUTES, person().with(OioAttribute.NSIS_LOA, "High"));
    }

    @Test
    void theNameOf40CountsUnder40Only() {
        Assertions only = person().without(OioAttribute.NSIS_LOA).with(OioAttribute.LOA, "High");
        assertThat(read(only).assuranceLevel()).isEqualTo(AssuranceLevel.UNKNOWN);
        assertThat(read(IdentityReader.oio4(), only.content(), null).assuranceLevel())
                .isEqualTo(AssuranceLevel.HIGH);
        assertThat(read(IdentityReader.oio4(), person().content(), null).assuranceLevel())
                .isEqualTo(AssuranceLevel.SUBSTANTIAL);
        assertThat(read(person().with(OioAttribute.LOA, "High")).assuranceLevel())
                .isEqualTo(AssuranceLevel.SUBSTANTIAL);
    }

    @ParameterizedTest
    @CsvSource({"Low,High,LOW", "High,Low,LOW", "High,High,HIGH", "High,x,UNKNOWN", "x,High,UNKNOWN"})
    void ofTwoNamesTheLowerLevelCounts(String nsis, String general, AssuranceLevel level) {
        Assertions both = person().replacing(OioAttribute.NSIS_LOA, nsis).with(OioAttribute.LOA, general);
        assertThat(read(IdentityReader.oio4(), both.content(), null).assuranceLevel())
                .isEqualTo(level);
    }

    @ParameterizedTest
    @CsvSource({
        "1,UNKNOWN",
        "2,LOW",
        "3,SUBSTANTIAL",
        "4,SUBSTANTIAL",
        "0,UNKNOWN",
        "5,UNKNOWN",
        "03,UNKNOWN",
        "High,UNKNOWN"
    })
    void theOldDegreeCountsOnlyWhereItIsAccepted(String degree, AssuranceLevel level) {
        AssertionContent old = person().without(OioAttribute.NSIS_LOA)
                .with(OioAttribute.LEGACY_ASSURANCE_LEVEL, degree)
                .content();
        assertThat(read(READER, old, null).assuranceLevel()).isEqualTo(AssuranceLevel.UNKNOWN);
        assertThat(read(READER.acceptingLegacyLevel(), old, null).assuranceLevel())
                .isEqualTo(level);
        assertThat(read(IdentityReader.oio4().acceptingLegacyLevel(), old, null).assuranceLevel())
                .isEqualTo(level);
    }

    @Test
    void theOldDegreeNeverReplacesALevelThatIsThere() {
        IdentityReader reader = READER.acceptingLegacyLevel();
        for (String word : List.of("Low", "SuperHigh")) {
            Assertions both =
                    person().replacing(OioAttribute.NSIS_LOA, word).with(OioAttribute.LEGACY_ASSURANCE_LEVEL, "3");
            assertThat(read(reader, both.content(), null).assuranceLevel()).isEqualTo(SamlLevel.of(word));
        }
        Assertions empty = person().replacing(OioAttribute.NSIS_LOA).with(OioAttribute.LEGACY_ASSURANCE_LEVEL, "3");
        assertThat(read(reader, empty.content(), null).assuranceLevel()).isEqualTo(AssuranceLevel.UNKNOWN);
    }

    @Test
    void everyLevelSurvivesBeingWritten() {
        for (AssuranceLevel level : List.of(AssuranceLevel.LOW, AssuranceLevel.SUBSTANTIAL, AssuranceLevel.HIGH)) {
            assertThat(SamlLevel.of(SamlLevel.word(level))).isEqualTo(level);
        }
    }
}
