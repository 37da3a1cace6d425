package dk.borgerbro.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.error.InvalidInputException;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubjectIdTest {
    private static final String BASE = "https://data.gov.dk/model/core/eid/";
    private static final UUID ID = UUID.fromString("00f5c3d1-8a2b-4c3d-9e4f-5a6b7c8d9e0f");

    @Test
    void personsAndProfessionalsAreTold() {
        SubjectId person = SubjectId.parse(BASE + "person/uuid/" + ID);
        assertThat(person).isEqualTo(SubjectId.person(ID));
        assertThat(person.kind()).isEqualTo(SubjectKind.PERSON);
        assertThat(person.uuid()).isEqualTo(ID);
        SubjectId professional = SubjectId.parse(BASE + "professional/uuid/" + ID);
        assertThat(professional).isEqualTo(SubjectId.professional(ID));
        assertThat(professional.kind()).isEqualTo(SubjectKind.PROFESSIONAL);
    }

    @Test
    void aPersonIsNeverTheProfessionalWithTheSameUuid() {
        assertThat(SubjectId.person(ID)).isNotEqualTo(SubjectId.professional(ID));
    }

    @Test
    void theValueStaysAsItCameAndTheCaseOfItsLettersIsOfNoMeaning() {
        String upper = BASE + "person/uuid/" + "00F5C3D1-8A2B-4C3D-9E4F-5A6B7C8D9E0F";
        assertThat(SubjectId.parse(upper).value()).isEqualTo(upper);
        assertThat(SubjectId.parse(upper)).isEqualTo(SubjectId.person(ID)).hasSameHashCodeAs(SubjectId.person(ID));
        assertThat(SubjectId.person(ID).value()).isEqualTo(BASE + "person/uuid/" + ID);
    }

    /** S42. */
    static List<String> tricks() {
        return List.of(
                "",
                ID.toString(),
                "urn:uuid:" + ID,
                BASE + "person/uuid/x/uuid/" + ID,
                BASE + "person/uuid/" + ID + "/uuid/" + ID,
                BASE + "person/uuid/" + ID + "/",
                BASE + "person/uuid/" + ID + "?x",
                BASE + "person/uuid/" + ID + "#x",
                BASE + "person/uuid/" + ID + "\n",
                BASE + "person/uuid/" + ID + " ",
                " " + BASE + "person/uuid/" + ID,
                BASE + "person/uuid/",
                BASE + "person/uuid",
                BASE + "person/uuid/urn:uuid:" + ID,
                BASE + "person/uuid/{" + ID + "}",
                BASE + "person/uuid/" + ID.toString().replace("-", ""),
                BASE + "person/uuid/1-2-3-4-5",
                BASE + "person/uuid/000f5c3d1-8a2b-4c3d-9e4f-5a6b7c8d9e0",
                BASE + "person/uuid/00f5c3d1-8a2b-4c3d-9e4f-5a6b7c8d9e0g",
                BASE + "person/uuid/00f5c3d1-8a2b-4c3d-9e4f-5a6b7c8d9e\u0661f",
                BASE + "person/uuid/+0f5c3d1-8a2b-4c3d-9e4f-5a6b7c8d9e0f",
                BASE + "person/uuid/00f5c3d1-8a2b-4c3d-9e4f5-a6b7c8d9e0f",
                BASE + "Person/uuid/" + ID,
                BASE + "person/UUID/" + ID,
                BASE + "Professional/uuid/" + ID,
                BASE + "professional/uuia/" + ID,
                "https://data.gov.dx/model/core/eid/professional/uuid/" + ID,
                BASE + "personal/uuid/" + ID,
                BASE + "robot/uuid/" + ID,
                BASE + "professional/person/uuid/" + ID,
                BASE + "person/../professional/uuid/" + ID,
                BASE + "/person/uuid/" + ID,
                "http://data.gov.dk/model/core/eid/person/uuid/" + ID,
                "https://data.gov.dk.evil.example/model/core/eid/person/uuid/" + ID,
                "https://evil.example/https://data.gov.dk/model/core/eid/person/uuid/" + ID,
                "https://DATA.gov.dk/model/core/eid/person/uuid/" + ID,
                "https://data.gov.dk:443/model/core/eid/person/uuid/" + ID,
                "https://data.gov.dk@evil.example/model/core/eid/person/uuid/" + ID);
    }

    @ParameterizedTest
    @MethodSource("tricks")
    void everyOtherFormIsRefusedWithoutRepeatingIt(String value) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> SubjectId.parse(value))
                .satisfies(e ->
                        assertThat(e.getMessage()).doesNotContain(ID.toString()).doesNotContain("evil"));
    }

    @Test
    void anyOneCharacterThatChangesGivesAnotherSubjectOrNone() {
        Random random = new Random(42);
        for (int i = 0; i < 5000; i++) {
            UUID uuid = new UUID(random.nextLong(), random.nextLong());
            SubjectId original = random.nextBoolean() ? SubjectId.person(uuid) : SubjectId.professional(uuid);
            StringBuilder changed = new StringBuilder(original.value());
            int at = random.nextInt(changed.length());
            char replacement = (char) (32 + random.nextInt(95));
            boolean sameLetter = Character.toLowerCase(replacement) == changed.charAt(at);
            changed.setCharAt(at, replacement);
            if (!sameLetter) {
                assertThat(parsed(changed.toString())).doesNotContain(original);
            }
        }
    }

    private static List<SubjectId> parsed(String value) {
        try {
            return List.of(SubjectId.parse(value));
        } catch (InvalidInputException e) {
            return List.of();
        }
    }

    @Test
    void theUuidIsNotPrinted() {
        assertThat(SubjectId.person(ID)).hasToString("SubjectId(PERSON, hidden)");
    }
}
