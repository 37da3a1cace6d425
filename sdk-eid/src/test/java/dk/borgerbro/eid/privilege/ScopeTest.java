package dk.borgerbro.eid.privilege;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.id.PNumber;
import dk.borgerbro.core.id.SeNumber;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScopeTest {
    private static final CvrNumber CVR = CvrNumber.of(TestOrganisation.AGENCY.cvr());
    private static final CprNumber CPR = CprNumber.of(TestPerson.ADULT.cpr());

    @Test
    void eachKindHasItsNumberAndNoOther() {
        Scope cvr = Scope.cvr(CVR);
        assertThat(cvr.cvr()).hasValue(CVR);
        assertThat(cvr.se()).isEmpty();
        assertThat(cvr.kind()).isEqualTo(ScopeKind.CVR);
        Scope se = Scope.se(SeNumber.of(CVR.value()));
        assertThat(se.se()).hasValue(SeNumber.of(CVR.value()));
        assertThat(se.cvr()).isEmpty();
        Scope unit = Scope.productionUnit(PNumber.of("1003388394"));
        assertThat(unit.productionUnit()).hasValue(PNumber.of("1003388394"));
        assertThat(unit.cpr()).isEmpty();
        Scope cpr = Scope.cpr(CPR);
        assertThat(cpr.cpr()).hasValue(CPR);
        assertThat(cpr.productionUnit()).isEmpty();
    }

    @Test
    void theSameDigitsOfAnotherKindAreAnotherScope() {
        assertThat(Scope.cvr(CVR)).isNotEqualTo(Scope.se(SeNumber.of(CVR.value())));
        assertThat(Scope.cpr(CPR)).isNotEqualTo(Scope.productionUnit(PNumber.of(CPR.value())));
    }

    @Test
    void thePrefixIsComparedWithoutCaseAndKeptAsItCame() {
        String capital = "urn:dk:gov:saml:CvrNumberIdentifier:" + CVR.value();
        assertThat(Scope.of(capital)).isEqualTo(Scope.cvr(CVR)).hasSameHashCodeAs(Scope.cvr(CVR));
        assertThat(Scope.of(capital).uri()).isEqualTo(capital);
        assertThat(Scope.of("URN:DK:GOV:SAML:CPRNUMBERIDENTIFIER:" + CPR.value()))
                .isEqualTo(Scope.cpr(CPR));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "urn:dk:gov:saml:cvrNumberIdentifier",
                "urn:dk:gov:saml:cvrNumberIdentifier:",
                "urn:dk:gov:saml:cvrNumberIdentifier:9900001",
                "urn:dk:gov:saml:cvrNumberIdentifier:990000155",
                "urn:dk:gov:saml:cvrNumberIdentifier: 99000015",
                "urn:dk:gov:saml:cvrNumberIdentifier:99000015 ",
                " urn:dk:gov:saml:cvrNumberIdentifier:99000015",
                "urn:dk:gov:saml:cvrNumberIdentifier:DK000015",
                "urn:dk:gov:saml:cvrNumberIdentifier:٩٩٠٠٠٠١٥",
                "urn:d\u212A:gov:saml:cvrNumberIdentifier:99000015",
                "urn:dk:gov:saml:cvrNumberIdent\u0131fier:99000015",
                "urn:dk:gov:\u017Faml:cvrNumberIdentifier:99000015",
                "urn:dk:gov:saml:xvrNumberIdentifier:99000015",
                "urn:dk:gov:saml:cvrNumberIdentifier:99000015/../",
                "99000015"
            })
    void whatIsNotKnownIsKeptAndEqualToItsLikeOnly(String uri) {
        Scope scope = Scope.of(uri);
        assertThat(scope.kind()).isEqualTo(ScopeKind.OTHER);
        assertThat(scope.uri()).isEqualTo(uri);
        assertThat(scope).isEqualTo(Scope.of(uri)).isNotEqualTo(Scope.cvr(CVR));
        assertThat(scope.cvr()).isEmpty();
        assertThat(scope).hasToString("Scope(OTHER, hidden)");
    }

    @Test
    void anUnknownScopeThatIsNothingButDigitsIsNotTheKnownOneWithTheseDigits() {
        assertThat(Scope.of(CVR.value())).isNotEqualTo(Scope.cvr(CVR));
    }

    @Test
    void digitsWithoutTheRightCheckDigitStillNameTheSameOrganisation() {
        Scope scope = Scope.of("urn:dk:gov:saml:cvrNumberIdentifier:11111111");
        assertThat(scope).isEqualTo(Scope.of("urn:dk:gov:saml:CVRNumberIdentifier:11111111"));
        assertThat(scope.kind()).isEqualTo(ScopeKind.CVR);
        assertThat(scope.cvr()).isEmpty();
    }

    @Test
    void aPersonIsNotPrinted() {
        assertThat(Scope.cpr(CPR)).hasToString("Scope(CPR, hidden)");
        assertThat(Scope.cvr(CVR)).hasToString("Scope(CVR 99000015)");
    }
}
