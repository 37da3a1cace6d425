package dk.borgerbro.eid.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.SubjectKind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OiosamlProfileTest {
    @ParameterizedTest
    @CsvSource({
        "LOW,https://data.gov.dk/concept/core/nsis/loa/Low,https://data.gov.dk/concept/core/loa/Low",
        "SUBSTANTIAL,https://data.gov.dk/concept/core/nsis/loa/Substantial,https://data.gov.dk/concept/core/loa/Substantial",
        "HIGH,https://data.gov.dk/concept/core/nsis/loa/High,https://data.gov.dk/concept/core/loa/High"
    })
    void levelsHaveOtherReferencesInEachVersion(AssuranceLevel level, String three, String four) {
        assertThat(OiosamlProfile.OIO_3_0.levelReference(level)).isEqualTo(three);
        assertThat(OiosamlProfile.OIO_4_0.levelReference(level)).isEqualTo(four);
    }

    @Test
    void anUnknownLevelCannotBeAskedFor() {
        assertThatThrownBy(() -> OiosamlProfile.OIO_3_0.levelReference(AssuranceLevel.UNKNOWN))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void kindsAreClassReferencesInTheThirdVersionAndAttributeProfilesInTheFourth() {
        assertThat(OiosamlProfile.OIO_3_0.kindReference(SubjectKind.PERSON)).contains("https://data.gov.dk/eid/Person");
        assertThat(OiosamlProfile.OIO_3_0.kindReference(SubjectKind.PROFESSIONAL))
                .contains("https://data.gov.dk/eid/Professional");
        assertThat(OiosamlProfile.OIO_3_0.attributeProfiles(SubjectKind.PERSON)).isEmpty();
        assertThat(OiosamlProfile.OIO_4_0.kindReference(SubjectKind.PERSON)).isEmpty();
        assertThat(OiosamlProfile.OIO_4_0.attributeProfiles(SubjectKind.PERSON))
                .containsExactly("https://data.gov.dk/eid/Person/DK");
        assertThat(OiosamlProfile.OIO_4_0.attributeProfiles(SubjectKind.PROFESSIONAL))
                .containsExactly("https://data.gov.dk/eid/Professional/DK");
    }

    @Test
    void theFourthVersionKnowsBothNamesOfTheLevel() {
        assertThat(OiosamlProfile.OIO_3_0.levelAttributes())
                .containsExactly("https://data.gov.dk/concept/core/nsis/loa");
        assertThat(OiosamlProfile.OIO_4_0.levelAttributes())
                .containsExactly("https://data.gov.dk/concept/core/loa", "https://data.gov.dk/concept/core/nsis/loa");
    }

    @Test
    void onlyProfessionalsMakeTheirOrganisationMandatory() {
        assertThat(OiosamlProfile.OIO_3_0.mandatoryAttributes(List.of(SubjectKind.PERSON)))
                .hasSize(2);
        assertThat(OiosamlProfile.OIO_4_0.mandatoryAttributes(List.of(SubjectKind.PERSON, SubjectKind.PROFESSIONAL)))
                .hasSize(4);
    }

    @Test
    void bindingsAreFoundByTheirIdentifiers() {
        for (SamlBinding binding : SamlBinding.values()) {
            assertThat(SamlBinding.of(binding.uri())).contains(binding);
        }
        assertThat(SamlBinding.of("urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Artifact"))
                .isEmpty();
    }
}
