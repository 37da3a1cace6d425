package dk.borgerbro.eid.saml;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.credential.OcesCertificate;
import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.CredentialException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What section 4 of the specification says of NemLog-in, against its own files. */
class NemLogInMetadataTest {
    private static final Instant BOTH_VALID = Instant.parse("2026-01-15T12:00:00Z");
    private static final Instant AFTER_THE_CHANGE = Instant.parse("2026-11-01T12:00:00Z");

    static Stream<Arguments> environments() {
        return Stream.of(
                Arguments.of(NemLogInEnvironment.PRODUCTION_OIO_3_0, "nemlogin-oiosaml3-production.xml"),
                Arguments.of(NemLogInEnvironment.PRODUCTION_OIO_4_0, "nemlogin-oiosaml4-production.xml"),
                Arguments.of(NemLogInEnvironment.INTEGRATION_TEST_OIO_3_0, "nemlogin-oiosaml3-integrationtest.xml"),
                Arguments.of(NemLogInEnvironment.INTEGRATION_TEST_OIO_4_0, "nemlogin-oiosaml4-integrationtest.xml"),
                Arguments.of(NemLogInEnvironment.DEVTEST4_OIO_3_0, "nemlogin-oiosaml3-devtest4.xml"));
    }

    @ParameterizedTest
    @MethodSource("environments")
    void aFileSaysWhatTheConstantSays(NemLogInEnvironment environment, String file) {
        IdentityProvider provider = read(file, BOTH_VALID, environment.entityId());

        assertThat(provider.entityId()).isEqualTo(environment.entityId());
        assertThat(provider.singleSignOn()).isEqualTo(environment.singleSignOn());
        assertThat(provider.logoutEndpoints()).isEqualTo(environment.logoutEndpoints());
        assertThat(provider.supports(environment.profile())).isTrue();
        assertThat(provider.nameIdFormats()).containsExactlyInAnyOrder(NameId.TRANSIENT, NameId.PERSISTENT);
        assertThat(provider.validUntil()).isEmpty();
        assertThat(provider.cacheDuration()).isEmpty();
        assertThat(provider.signingCertificates())
                .isNotEmpty()
                .map(certificate -> OcesCertificate.of(certificate).environment())
                .containsOnly(environment.certificates());
    }

    @ParameterizedTest
    @MethodSource("environments")
    void onlyTheFourthVersionNamesAttributeProfiles(NemLogInEnvironment environment, String file) {
        IdentityProvider provider = read(file, BOTH_VALID, environment.entityId());

        boolean four = environment.profile().equals(OiosamlProfile.OIO_4_0);
        assertThat(provider.supports(OiosamlProfile.OIO_4_0)).isEqualTo(four);
        assertThat(provider.attributeProfiles()).hasSize(four ? 7 : 0).isSubsetOf(AttributeProfiles.ALL);
    }

    @Test
    void eachEnvironmentIsListedOnce() {
        assertThat(NemLogInEnvironment.all()).hasSize(5).doesNotHaveDuplicates();
        assertThat(NemLogInEnvironment.all()).map(Object::toString).doesNotHaveDuplicates();
    }

    @Test
    void bothProductionCertificatesCountDuringTheChange() {
        IdentityProvider provider = read("nemlogin-oiosaml3-production.xml", BOTH_VALID, "https://saml.nemlog-in.dk");

        assertThat(provider.trustedKeys(BOTH_VALID)).hasSize(2);
        assertThat(provider.droppedCertificates()).isEmpty();
        assertThat(provider.signingCertificates())
                .map(certificate -> OcesCertificate.of(certificate).commonName().orElseThrow())
                .containsExactly("NemLog-in IdP", "NemLog-in IdP - Prod");
        assertThat(notAfter(provider))
                .containsExactly(
                        Instant.parse("2026-03-21T13:16:08Z"),
                        provider.signingCertificates().get(1).getNotAfter().toInstant());
    }

    @Test
    void theOldProductionCertificateIsDroppedAfterTheChangeAndTheNewOneStays() {
        IdentityProvider provider =
                read("nemlogin-oiosaml3-production.xml", AFTER_THE_CHANGE, "https://saml.nemlog-in.dk");

        assertThat(provider.trustedKeys(AFTER_THE_CHANGE)).hasSize(1);
        assertThat(provider.droppedCertificates()).map(Failure::reason).containsExactly(Reason.EXPIRED);
    }

    @Test
    void aCertificateThatExpiresAfterLoadingIsNoLongerTrusted() {
        IdentityProvider provider = read("nemlogin-oiosaml3-production.xml", BOTH_VALID, "https://saml.nemlog-in.dk");

        assertThat(provider.trustedKeys(Instant.parse("2026-03-21T13:16:08Z"))).hasSize(2);
        assertThat(provider.trustedKeys(Instant.parse("2026-03-21T13:16:08.001Z")))
                .hasSize(1);
    }

    @Test
    void allTestEnvironmentsSignWithOneCertificate() {
        List<X509Certificate> certificates = environments()
                .filter(each -> each.get()[1].toString().contains("test"))
                .flatMap(each ->
                        read(each.get()[1].toString(), BOTH_VALID, ((NemLogInEnvironment) each.get()[0]).entityId())
                                .signingCertificates()
                                .stream())
                .distinct()
                .toList();

        assertThat(certificates).hasSize(1);
        OcesCertificate certificate = OcesCertificate.of(certificates.get(0));
        assertThat(certificate.commonName()).contains("NemLog-in IdP - Test");
        assertThat(certificate.keyType()).isEqualTo("RSA 3072");
        assertThat(certificate.notAfter())
                .isBetween(Instant.parse("2028-08-19T00:00:00Z"), Instant.parse("2028-08-20T00:00:00Z"));
    }

    @Test
    void theContextHandlerIsWatchedAtHttpsAndAnsweredByRedirect() {
        assertThat(KombitContextHandler.PRODUCTION.metadata())
                .isEqualTo(URI.create("https://n2adgangsstyring.stoettesystemerne.dk/runtime/saml2/metadata.idp"));
        assertThat(KombitContextHandler.EXTERNAL_TEST.metadata().getHost())
                .isEqualTo("n2adgangsstyring.eksterntest-stoettesystemerne.dk");
        assertThat(KombitContextHandler.PRODUCTION.logoutAnswer()).isEqualTo(SamlBinding.HTTP_REDIRECT);
    }

    private static List<Instant> notAfter(IdentityProvider provider) {
        return provider.signingCertificates().stream()
                .map(certificate -> certificate.getNotAfter().toInstant())
                .toList();
    }

    private static IdentityProvider read(String file, Instant now, String entityId) {
        try (InputStream in = NemLogInMetadataTest.class.getResourceAsStream("/login/idp-metadata/" + file)) {
            return IdentityProvider.parse(
                    in.readAllBytes(),
                    IdentityProviderTrust.withoutChain().withEntityId(entityId),
                    Clock.fixed(now, ZoneOffset.UTC));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
