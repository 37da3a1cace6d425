package dk.borgerbro.eid.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.ConfigurationException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetadataValuesTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "d", "da_DK", "da-", "dansk sprog", "1a"})
    void aLanguageThatIsNoTagIsRefused(String language) {
        assertThatThrownBy(() -> new LocalText(language, "tekst")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> new Organisation(language, "a", "b", URI.create("https://a.example")))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void languagesWithRegionAreTaken() {
        assertThat(new LocalText("da-DK", "tekst").language()).isEqualTo("da-DK");
    }

    @Test
    void blankTextsAreRefused() {
        assertThatThrownBy(() -> LocalText.danish(" ")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> RequestedAttribute.optional(" ")).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> Organisation.of("", URI.create("https://a.example")))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aContactNeedsAWayToBeReached() {
        assertThatThrownBy(() -> ContactPerson.builder(ContactPerson.Kind.TECHNICAL)
                        .company("x")
                        .build())
                .isInstanceOf(ConfigurationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a@", "@b", "a b@c", "a@b@c", "mailto: a@b"})
    void anEmailAddressThatIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> ContactPerson.builder(ContactPerson.Kind.SUPPORT)
                        .email(address)
                        .build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageNotContaining("mailto");
    }

    @Test
    void aContactPrintsNobodysName() {
        ContactPerson contact = ContactPerson.builder(ContactPerson.Kind.ADMINISTRATIVE)
                .name("Anna", "Andersen")
                .email("anna@kommune.example")
                .telephone("12345678")
                .build();

        assertThat(contact).hasToString("ContactPerson(ADMINISTRATIVE)");
        assertThat(contact.givenName()).contains("Anna");
        assertThat(contact.surname()).contains("Andersen");
        assertThat(contact.kind().wire()).isEqualTo("administrative");
    }

    @Test
    void healthTellsTheAgeOfTheCopy() {
        Instant loaded = Instant.parse("2026-03-02T08:00:00Z");
        IdentityProviderHealth health = new IdentityProviderHealth(loaded, loaded, 0, true, List.of());

        assertThat(health.age(loaded.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
    }
}
