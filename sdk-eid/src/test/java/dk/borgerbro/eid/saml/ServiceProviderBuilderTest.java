package dk.borgerbro.eid.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.eid.AssuranceLevel;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceProviderBuilderTest {
    private static ServiceProviderBuilder complete() {
        return LoginBench.builder(new MovingClock(TestKeys.NOW), new ArrayList<>());
    }

    private static List<String> problems(ServiceProviderBuilder builder) {
        ConfigurationException refusal = catchThrowableOfType(ConfigurationException.class, builder::build);
        assertThat(refusal).isNotNull();
        return refusal.problems();
    }

    private static void problem(Consumer<ServiceProviderBuilder> change, String name) {
        ServiceProviderBuilder builder = complete();
        change.accept(builder);
        assertThat(problems(builder)).singleElement().asString().contains(name);
    }

    @Test
    void whatIsNeededIsEnough() {
        assertThatCode(() -> complete().build()).doesNotThrowAnyException();
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThat(problems(SamlServiceProvider.builder()))
                .hasSize(5)
                .anyMatch(problem -> problem.startsWith("entityId"))
                .anyMatch(problem -> problem.startsWith("assertionConsumerService"))
                .anyMatch(problem -> problem.startsWith("singleLogoutService"))
                .anyMatch(problem -> problem.startsWith("identityProvider"))
                .anyMatch(problem -> problem.startsWith("key"));
    }

    @Test
    void everythingThatIsOutOfRangeIsNamedAtOnce() {
        assertThat(problems(complete()
                        .clockSkew(Duration.ofMinutes(6))
                        .maxAge(Duration.ofHours(1))
                        .sessionLifetime(Duration.ofDays(2))
                        .minimumAssurance(AssuranceLevel.UNKNOWN)
                        .defaultPage("//evil.example")
                        .afterLogoutPage("https://evil.example")
                        .logoutAnswer(SamlBinding.SOAP)))
                .hasSize(7);
    }

    @ParameterizedTest
    @CsvSource({"PT-1S, true", "PT0S, false", "PT5M, false", "PT5M0.001S, true"})
    void theSkewIsZeroToFiveMinutes(Duration skew, boolean refused) {
        ServiceProviderBuilder builder = complete().clockSkew(skew);
        if (refused) {
            assertThat(problems(builder)).singleElement().asString().startsWith("clockSkew");
        } else {
            assertThatCode(builder::build).doesNotThrowAnyException();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://selvbetjening.example/acs",
                "/acs",
                "https://a@b.example/",
                "https://b.example/#x",
                "mailto:a@b"
            })
    void anAddressThatBrowsersShouldNotBeSentToIsRefused(URI address) {
        problem(builder -> builder.assertionConsumerService(address), "assertionConsumerService");
        problem(builder -> builder.singleLogoutService(address), "singleLogoutService");
    }

    @Test
    void thisMachineMayDoWithoutTls() {
        assertThatCode(() -> complete()
                        .assertionConsumerService(URI.create("http://localhost:8080/acs"))
                        .build())
                .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "selvbetjening", "a b"})
    void aNameThatIsNoUriIsRefused(String entityId) {
        problem(builder -> builder.entityId(entityId), "entityId");
    }

    @Test
    void aProfileThatTheIdentityProviderDoesNotOfferIsRefused() {
        problem(builder -> builder.profile(OiosamlProfile.OIO_4_0), "OIOSAML 4.0");
    }

    @Test
    void aKeyThatCannotBeHadIsAProblemAmongOthers() {
        ServiceProviderBuilder builder = complete()
                .clockSkew(Duration.ofHours(1))
                .key(() -> {
                    throw new CredentialException(List.of(new CredentialException.Failure(
                            "system.p12", CredentialException.Reason.EXPIRED, "expired yesterday")));
                });
        assertThat(problems(builder))
                .hasSize(2)
                .anyMatch(problem -> problem.startsWith("key cannot be read") && problem.contains("expired yesterday"));
    }

    @Test
    void aPrivateServiceMustNotAskForCprNumbers() {
        problem(
                builder -> builder.description(ServiceDescription.builder()
                        .privateService()
                        .attribute(RequestedAttribute.optional("https://data.gov.dk/model/core/eid/cprNumber"))
                        .build()),
                "cprNumber");
    }

    @Test
    void theAuthorityIsThatOfTheKeyUnlessAnotherIsNamed() {
        assertThat(complete().checked().authority()).isEqualTo(CvrNumber.of("99000007"));
        assertThat(complete().authority(CvrNumber.of("99000015")).checked().authority())
                .isEqualTo(CvrNumber.of("99000015"));
    }

    @Test
    void metadataHaveTheKeysOfBothSidesOfARollover() {
        byte[] metadata = complete()
                .secondaryKey(TestKeys.key(TestKeys.SERVICE_NEXT))
                .build()
                .metadata();
        String text = new String(metadata, StandardCharsets.UTF_8);
        assertThat(text.split("X509Certificate>", -1)).hasSize(1 + 2 * 4);
        assertThat(text).contains(LoginBench.ACS, LoginBench.SLO.toString(), LoginBench.SP);
    }
}
