package dk.borgerbro.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.id.PNumber;
import dk.borgerbro.core.id.SeNumber;
import dk.borgerbro.eid.privilege.PrivilegeGroup;
import dk.borgerbro.eid.privilege.PrivilegeList;
import dk.borgerbro.eid.privilege.Scope;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityTest {
    private static final UUID ID = UUID.fromString("00f5c3d1-8a2b-4c3d-9e4f-5a6b7c8d9e0f");
    private static final UUID OTHER_ID = UUID.fromString("11f5c3d1-8a2b-4c3d-9e4f-5a6b7c8d9e0f");
    private static final CprNumber CPR = CprNumber.of(TestPerson.ADULT.cpr());
    private static final CvrNumber CVR = CvrNumber.of(TestOrganisation.MUNICIPALITY.cvr());
    private static final CvrNumber OTHER_CVR = CvrNumber.of(TestOrganisation.COMPANY.cvr());
    private static final PrivilegeList PRIVILEGES =
            PrivilegeList.of(PrivilegeGroup.of(Scope.cvr(CVR), List.of("urn:dk:example:read")));
    private static final BootstrapToken TOKEN = BootstrapToken.of(new byte[] {1, 2, 3});

    private static Person.Builder person() {
        return Person.builder(ID, AssuranceLevel.SUBSTANTIAL);
    }

    private static Professional.Builder professional() {
        return Professional.builder(ID, AssuranceLevel.HIGH, CVR, "Prøvested Kommune");
    }

    private static Person.Builder fullPerson() {
        return person().identityAssuranceLevel(AssuranceLevel.HIGH)
                .authenticationAssuranceLevel(AssuranceLevel.LOW)
                .fullName("Ane Prøvesen")
                .firstName("Ane")
                .lastName("Prøvesen")
                .alias("ap")
                .emails(List.of("ane@example.dk", "a@example.dk"))
                .cprNumber(CPR)
                .cprUuid(OTHER_ID)
                .age(52)
                .dateOfBirth(LocalDate.of(1973, 2, 1))
                .privileges(PRIVILEGES)
                .bootstrapToken(TOKEN)
                .pid("9208-2002-2-123456789012");
    }

    @Test
    void whatIsPutIntoAPersonComesOut() {
        Person person = fullPerson().build();
        assertThat(person.subject()).isEqualTo(SubjectId.person(ID));
        assertThat(person.assuranceLevel()).isEqualTo(AssuranceLevel.SUBSTANTIAL);
        assertThat(person.identityAssuranceLevel()).isEqualTo(AssuranceLevel.HIGH);
        assertThat(person.authenticationAssuranceLevel()).isEqualTo(AssuranceLevel.LOW);
        assertThat(person.specVersion()).hasValue("OIO-SAML-3.0");
        assertThat(person.fullName()).hasValue("Ane Prøvesen");
        assertThat(person.firstName()).hasValue("Ane");
        assertThat(person.lastName()).hasValue("Prøvesen");
        assertThat(person.alias()).hasValue("ap");
        assertThat(person.emails()).containsExactly("ane@example.dk", "a@example.dk");
        assertThat(person.cprNumber()).hasValue(CPR);
        assertThat(person.cprUuid()).hasValue(OTHER_ID);
        assertThat(person.age()).hasValue(52);
        assertThat(person.dateOfBirth()).hasValue(LocalDate.of(1973, 2, 1));
        assertThat(person.privileges()).isEqualTo(PRIVILEGES);
        assertThat(person.bootstrapToken()).hasValue(TOKEN);
        assertThat(person.pid()).hasValue("9208-2002-2-123456789012");
        assertThat(person.attributes().value(OioAttribute.NSIS_LOA)).hasValue("Substantial");
    }

    @Test
    void whatIsPutIntoAProfessionalComesOut() {
        Professional professional = professional()
                .professionalUuid(OTHER_ID)
                .rid("12345678")
                .productionUnit(PNumber.of("1003388394"))
                .seNumber(SeNumber.of(CVR.value()))
                .authorizedToRepresent(List.of(OTHER_CVR, CVR))
                .attribute(OioAttribute.IS_ROBOT, "true")
                .build();
        assertThat(professional.subject()).isEqualTo(SubjectId.professional(ID));
        assertThat(professional.cvr()).isEqualTo(CVR);
        assertThat(professional.cvrDigits()).isEqualTo(CVR.value());
        assertThat(professional.organisationName()).isEqualTo("Prøvested Kommune");
        assertThat(professional.professionalUuid()).hasValue(OTHER_ID);
        assertThat(professional.rid()).hasValue("12345678");
        assertThat(professional.productionUnit()).hasValue(PNumber.of("1003388394"));
        assertThat(professional.seNumber()).hasValue(SeNumber.of(CVR.value()));
        assertThat(professional.authorizedToRepresent()).containsExactly(OTHER_CVR, CVR);
        assertThat(professional.robot()).hasValue(true);
    }

    @Test
    void whatIsNotToldIsEmpty() {
        Person person = person().build();
        assertThat(person.identityAssuranceLevel()).isEqualTo(AssuranceLevel.UNKNOWN);
        assertThat(person.fullName()).isEmpty();
        assertThat(person.emails()).isEmpty();
        assertThat(person.cprNumber()).isEmpty();
        assertThat(person.age()).isEmpty();
        assertThat(person.dateOfBirth()).isEmpty();
        assertThat(person.privileges().isEmpty()).isTrue();
        assertThat(person.bootstrapToken()).isEmpty();
        assertThat(person.qualifiedSigningAllowed()).isEmpty();
        assertThat(person.eidasAttributes().isEmpty()).isTrue();
        Professional professional = professional().build();
        assertThat(professional.authorizedToRepresent()).isEmpty();
        assertThat(professional.productionUnit()).isEmpty();
        assertThat(professional.robot()).isEmpty();
    }

    @Test
    void whatIsNewIn40IsReachableAsText() {
        Person person = person().attribute(OioAttribute.ATTRIBUTE_PROFILE, "https://data.gov.dk/eid/Person/EU")
                .attribute(OioAttribute.IDENTITY_PROVIDER, "provider")
                .attribute(OioAttribute.EIDAS_LOA, "http://eidas.europa.eu/LoA/high")
                .attribute(OioAttribute.EIDAS_MEMBER_STATE, "SE")
                .attribute(OioAttribute.CPR_IAL, "Substantial")
                .attribute(OioAttribute.ALLOW_QUALIFIED_SIGNING, "False")
                .attribute(OioAttribute.EIDAS_PERSON_IDENTIFIER, "SE/DK/1")
                .attribute("http://eidas.europa.eu/attributes/naturalperson/Nationality", List.of("SE", "FI"))
                .build();
        assertThat(person.attributeProfile()).hasValue("https://data.gov.dk/eid/Person/EU");
        assertThat(person.identityProvider()).hasValue("provider");
        assertThat(person.eidasLevel()).hasValue("http://eidas.europa.eu/LoA/high");
        assertThat(person.eidasMemberState()).hasValue("SE");
        assertThat(person.cprIdentityAssurance()).hasValue("Substantial");
        assertThat(person.qualifiedSigningAllowed()).hasValue(false);
        assertThat(person.eidasAttributes().names())
                .containsExactly(
                        "http://eidas.europa.eu/attributes/naturalperson/PersonIdentifier",
                        "http://eidas.europa.eu/attributes/naturalperson/Nationality");
        assertThat(person.eidasAttributes().values("http://eidas.europa.eu/attributes/naturalperson/Nationality"))
                .containsExactly("SE", "FI");
    }

    @Test
    void copiesAreEqualAndKeepAllThatWasReceived() {
        Person person = fullPerson().attribute("urn:unknown", List.of("1", "2")).build();
        assertThat(person.toBuilder().build()).isEqualTo(person).hasSameHashCodeAs(person);
        Professional professional = professional().rid("1").build();
        assertThat(professional.toBuilder().build()).isEqualTo(professional);
        assertThat(professional.toBuilder().organisationName("Andet").build()).isNotEqualTo(professional);
        Identity received =
                Identity.of(SubjectId.person(ID), AssuranceLevel.LOW, Attributes.of(Map.of("urn:a", List.of("1"))));
        assertThat(((Person) received).toBuilder().build()).isEqualTo(received);
    }

    @Test
    void anotherSubjectLevelOrAttributeIsAnotherIdentity() {
        Person person = fullPerson().build();
        assertThat(person)
                .isNotEqualTo(
                        person.toBuilder().assuranceLevel(AssuranceLevel.LOW).build())
                .isNotEqualTo(person.toBuilder().alias("x").build())
                .isNotEqualTo(person.toBuilder().without(OioAttribute.ALIAS).build())
                .isNotEqualTo(Identity.of(SubjectId.person(OTHER_ID), person.assuranceLevel(), person.attributes()))
                .isNotEqualTo(Identity.of(person.subject(), AssuranceLevel.HIGH, person.attributes()));
    }

    @Test
    void anUnknownLevelTakesItsAttributesAway() {
        Person person = person().attribute(OioAttribute.LOA, "High")
                .attribute(OioAttribute.LEGACY_ASSURANCE_LEVEL, "3")
                .assuranceLevel(AssuranceLevel.UNKNOWN)
                .build();
        assertThat(person.assuranceLevel()).isEqualTo(AssuranceLevel.UNKNOWN);
        assertThat(person.attributes().names()).containsExactly(OioAttribute.SPEC_VERSION.uri());
    }

    @Test
    void kindAndLevelArePrintedAndNothingElse() {
        assertThat(fullPerson().build()).hasToString("Person(SUBSTANTIAL, hidden)");
        assertThat(professional().build()).hasToString("Professional(HIGH, hidden)");
        assertThat(fullPerson().build().attributes().toString())
                .doesNotContain("Ane")
                .doesNotContain(CPR.value());
    }

    /** Attributes whose accessors take only texts of a certain form. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "CPR_NUMBER",
                "CPR_UUID",
                "AGE",
                "DATE_OF_BIRTH",
                "PID",
                "NSIS_IAL",
                "NSIS_AAL",
                "ALLOW_QUALIFIED_SIGNING"
            })
    void aMalformedOptionalValueIsEmptyWhenTypedAndThereWhenRaw(OioAttribute attribute) {
        for (String malformed : List.of("", " ", "x", "12345678901", "0000000000", "-1", "١٢", "31-02-1980")) {
            Person person = person().attribute(attribute, malformed).build();
            assertThat(person.cprNumber()).isEmpty();
            assertThat(person.cprUuid()).isEmpty();
            assertThat(person.age()).isEmpty();
            assertThat(person.dateOfBirth()).isEmpty();
            assertThat(person.pid()).isEmpty();
            assertThat(person.identityAssuranceLevel()).isEqualTo(AssuranceLevel.UNKNOWN);
            assertThat(person.authenticationAssuranceLevel()).isEqualTo(AssuranceLevel.UNKNOWN);
            assertThat(person.qualifiedSigningAllowed()).isEmpty();
            assertThat(person.attributes().values(attribute)).containsExactly(malformed);
        }
    }

    @ParameterizedTest
    @EnumSource(
            names = {"PROFESSIONAL_UUID", "RID", "PRODUCTION_UNIT", "SE_NUMBER", "AUTHORIZED_TO_REPRESENT", "IS_ROBOT"})
    void aMalformedOptionalValueOfAProfessionalIsEmptyWhenTypedAndThereWhenRaw(OioAttribute attribute) {
        for (String malformed : List.of("", " ", "x", "-1", "1234567 8x", "١٢٣٤٥٦٧٨")) {
            Professional professional =
                    professional().attribute(attribute, malformed).build();
            assertThat(professional.professionalUuid()).isEmpty();
            assertThat(professional.rid()).isEmpty();
            assertThat(professional.productionUnit()).isEmpty();
            assertThat(professional.seNumber()).isEmpty();
            assertThat(professional.authorizedToRepresent()).isEmpty();
            assertThat(professional.robot()).isEmpty();
            assertThat(professional.attributes().values(attribute)).containsExactly(malformed);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"FULL_NAME", "FIRST_NAME", "LAST_NAME", "ALIAS", "EMAIL"})
    void aBlankTextIsNone(OioAttribute attribute) {
        Person person = person().attribute(attribute, " \n").build();
        assertThat(person.fullName()).isEmpty();
        assertThat(person.firstName()).isEmpty();
        assertThat(person.lastName()).isEmpty();
        assertThat(person.alias()).isEmpty();
        assertThat(person.emails()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"01-02-1973", "1973-02-01"})
    void bothFormsOfDatesAreRead(String text) {
        assertThat(person().attribute(OioAttribute.DATE_OF_BIRTH, text).build().dateOfBirth())
                .hasValue(LocalDate.of(1973, 2, 1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1-2-1973",
                "01/02/1973",
                "01-02-73",
                "30-02-1973",
                "29-02-1973",
                "1973-13-01",
                "01-02-1973 ",
                "+1973-02-1",
                "1973-2-001",
                "0102197300",
                "٠١-٠٢-١٩٧٣"
            })
    void otherFormsOfDatesAreNot(String text) {
        assertThat(person().attribute(OioAttribute.DATE_OF_BIRTH, text).build().dateOfBirth())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11f5c3d1-8a2b-4c3d-9e4f-5a6b7c8d9e0f", "urn:uuid:11f5c3d1-8a2b-4c3d-9e4f-5a6b7c8d9e0f"})
    void bothSpellingsOfUuidsAreRead(String text) {
        assertThat(person().attribute(OioAttribute.CPR_UUID, text).build().cprUuid())
                .hasValue(OTHER_ID);
        assertThat(professional()
                        .attribute(OioAttribute.PROFESSIONAL_UUID, text)
                        .build()
                        .professionalUuid())
                .hasValue(OTHER_ID);
    }

    @ParameterizedTest
    @CsvSource({"true,true", "True,true", "1,true", "false,false", "False,false", "0,false"})
    void truthHasTwoSpellingsAndDigits(String text, boolean meaning) {
        assertThat(professional().attribute(OioAttribute.IS_ROBOT, text).build().robot())
                .hasValue(meaning);
    }

    @Test
    void cprNumbersWithoutCheckDigitAndConstructedOnesAreRead() {
        for (TestPerson known : List.of(TestPerson.WITHOUT_CHECK_DIGIT, TestPerson.REPLACEMENT_NUMBER)) {
            Person person =
                    person().attribute(OioAttribute.CPR_NUMBER, known.cpr()).build();
            assertThat(person.cprNumber()).hasValue(CprNumber.of(known.cpr()));
        }
    }

    @Test
    void representationsThatAreNoCvrNumbersAreLeftOut() {
        Professional professional = professional()
                .attribute(OioAttribute.AUTHORIZED_TO_REPRESENT.uri(), List.of(CVR.value(), "1", OTHER_CVR.value()))
                .build();
        assertThat(professional.authorizedToRepresent()).containsExactly(CVR, OTHER_CVR);
    }

    @Test
    void anInventedOrganisationWithoutCheckDigitHasItsDigitsAndSaysWhyThereIsNoNumber() {
        Professional professional =
                professional().attribute(OioAttribute.CVR, "91234567").build();
        assertThat(professional.cvrDigits()).isEqualTo("91234567");
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(professional::cvr)
                .withMessageContaining("cvrDigits()");
    }

    @Test
    void aBrokenPrivilegeListIsAFailureOnlyForWhoAsks() {
        Person person = person().attribute(OioAttribute.PRIVILEGES, "PGE+").build();
        assertThat(person.fullName()).isEmpty();
        assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(person::privileges);
    }

    @Test
    void privilegesAreFoundUnderTheirOldNameIfNotUnderTheNewOne() {
        Person old = person().attribute(OioAttribute.LEGACY_PRIVILEGES, PRIVILEGES.toBase64())
                .build();
        assertThat(old.privileges()).isEqualTo(PRIVILEGES);
        Person both = old.toBuilder().privileges(PrivilegeList.empty()).build();
        assertThat(both.privileges()).isEqualTo(PrivilegeList.empty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  "})
    void anEmptyPrivilegeAttributeIsNoPrivileges(String text) {
        assertThat(person().attribute(OioAttribute.PRIVILEGES, text)
                        .build()
                        .privileges()
                        .isEmpty())
                .isTrue();
    }

    @Test
    void aBrokenBootstrapTokenIsAFailureOnlyForWhoAsks() {
        Person person =
                person().attribute(OioAttribute.BOOTSTRAP_TOKEN, "<Assertion/>").build();
        assertThatExceptionOfType(InvalidMessageException.class).isThrownBy(person::bootstrapToken);
        assertThat(person().attribute(OioAttribute.BOOTSTRAP_TOKEN, " ").build().bootstrapToken())
                .isEmpty();
    }

    @Test
    void allFindingsAreReportedAtOnceWithoutValues() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> professional()
                        .attribute(OioAttribute.CVR, "1234567")
                        .attribute(OioAttribute.ORGANISATION_NAME, " ")
                        .attribute(OioAttribute.PID, "9208-2002-2-123456789012")
                        .attribute(OioAttribute.ALIAS.uri(), List.of("Secret", "Secret"))
                        .build())
                .satisfies(e -> assertThat(e.findings())
                        .extracting(Finding::rule)
                        .containsExactly(
                                "R22_ATTRIBUTES",
                                "R23_ATTRIBUTE_PROFILE",
                                "R23_ATTRIBUTE_PROFILE",
                                "R23_ATTRIBUTE_PROFILE"))
                .satisfies(e -> assertThat(e.getMessage())
                        .doesNotContain("Secret")
                        .doesNotContain("1234567")
                        .doesNotContain("9208"));
    }

    @Test
    void anAgeThatCannotBeWrittenIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> person().age(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> person().age(1000));
    }
}
