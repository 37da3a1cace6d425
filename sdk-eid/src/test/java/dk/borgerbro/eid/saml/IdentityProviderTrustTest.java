package dk.borgerbro.eid.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.credential.OcesTrust;
import dk.borgerbro.core.credential.Revocation;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.CredentialException.Reason;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.testkit.nemlogin.ForgedMetadata;
import dk.borgerbro.testkit.nemlogin.SignatureRecipe;
import dk.borgerbro.testkit.nemlogin.SimulatedProfile;
import dk.borgerbro.testkit.pki.RevocationFault;
import dk.borgerbro.testkit.pki.RevocationResponder;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs on the system's clock: that is what the JDK holds answers about revocation against. */
class IdentityProviderTrustTest {
    private static final TestPki KEYS = TestPki.create();
    private static final TestIdentity SIGNER = KEYS.order().ownKey().issue();
    private static final String ENTITY = "https://idp.example";

    private final RevocationResponder status = RevocationResponder.start();
    private final TestPki pki =
            TestPki.builder().keysOf(KEYS).revocation(status).build();
    private final TestIdentity first = pki.order().issue();
    private final TestIdentity second = pki.order().issue();

    @AfterEach
    void stop() {
        status.close();
    }

    @Test
    void genuineCertificatesCount() {
        IdentityProvider provider = read(oces(Revocation.HARD), first, second);

        assertThat(provider.signingCertificates()).containsExactly(first.certificate(), second.certificate());
        assertThat(status.ocspRequests()).isPositive();
    }

    @Test
    void aRevokedCertificateIsDroppedAndTheOtherStays() {
        pki.revoke(first.certificate());
        IdentityProvider provider = read(oces(Revocation.HARD), first, second);

        assertThat(provider.signingCertificates()).containsExactly(second.certificate());
        assertThat(provider.droppedCertificates()).map(Failure::reason).containsExactly(Reason.REVOKED);
    }

    @Test
    void withoutAnAnswerAboutRevocationHardRefusesAndSoftTakes() {
        status.ocsp(RevocationFault.SERVER_ERROR).crl(RevocationFault.SERVER_ERROR);

        assertReasons(oces(Revocation.HARD), List.of(first), Reason.REVOCATION_UNKNOWN);
        assertThat(read(oces(Revocation.SOFT), first).signingCertificates()).hasSize(1);
    }

    @Test
    void certificatesOfAnotherHierarchyAreRefused() {
        assertReasons(
                oces(Revocation.SOFT), List.of(pki.order().byOtherAuthority().issue()), Reason.UNTRUSTED);
        assertReasons(oces(Revocation.SOFT), List.of(pki.order().selfSigned().issue()), Reason.UNTRUSTED);
    }

    @Test
    void certificatesOfTheTestSystemAreWorthNothingInProduction() {
        TestPki production = TestPki.builder().keysOf(KEYS).productionNames().build();
        IdentityProviderTrust trust = IdentityProviderTrust.oces(OcesTrust.builder(Revocation.SOFT)
                .root(production.root())
                .issuer(production.issuing())
                .build());

        assertReasons(trust, List.of(first), Reason.UNTRUSTED);
    }

    @Test
    void onlyPinnedCertificatesCount() {
        String pin = CertificateDescription.of(second.certificate()).sha256();
        String asPeopleWriteIt = pin.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
        IdentityProvider provider =
                read(IdentityProviderTrust.withoutChain().withPins(List.of(asPeopleWriteIt)), first, second);

        assertThat(provider.signingCertificates()).containsExactly(second.certificate());
        assertThat(provider.droppedCertificates()).map(Failure::reason).containsExactly(Reason.UNTRUSTED);
        assertReasons(
                IdentityProviderTrust.withoutChain().withPins(List.of("00".repeat(32))),
                List.of(first),
                Reason.UNTRUSTED);
    }

    @Test
    void aPinDoesNotReplaceTheChain() {
        TestIdentity foreign = pki.order().byOtherAuthority().issue();
        String pin = CertificateDescription.of(foreign.certificate()).sha256();

        assertReasons(oces(Revocation.SOFT).withPins(List.of(pin)), List.of(foreign), Reason.UNTRUSTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "abc", "zz"})
    void aPinThatIsNoFingerprintIsRefused(String pin) {
        assertThatThrownBy(() -> IdentityProviderTrust.withoutChain().withPins(List.of(pin)))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void noPinAtAllIsRefused() {
        assertThatThrownBy(() -> IdentityProviderTrust.withoutChain().withPins(List.of()))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void metadataSignedByTheConfiguredSignerAreTaken() {
        assertThat(parse(signed(SIGNER), trusting(SIGNER.certificate())).entityId())
                .isEqualTo(ENTITY);
        assertThat(parse(signed(SIGNER), trusting(first.certificate()).withMetadataSigner(SIGNER.certificate()))
                        .entityId())
                .isEqualTo(ENTITY);
    }

    @Test
    void aSignedListCoversTheEntityInIt() {
        String list = signed(SIGNER)
                        .replaceFirst("<\\?xml[^>]*>\\s*", "")
                        .replaceFirst("^", "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">")
                + "</md:EntitiesDescriptor>";

        assertThat(parse(list, trusting(SIGNER.certificate())).entityId()).isEqualTo(ENTITY);
    }

    @Test
    void metadataThatSomebodyElseSignedAreRefused() {
        refused(signed(second), trusting(first.certificate()));
    }

    @Test
    void metadataThatWereChangedAfterSigningAreRefused() {
        refused(
                signed(SIGNER).replace("https://idp.example/sso/", "https://evil.example/sso/"),
                trusting(SIGNER.certificate()));
    }

    @Test
    void unsignedMetadataAreRefusedWhereASignerIsConfigured() {
        assertThatThrownBy(() -> parse(metadata(first).xml(), trusting(SIGNER.certificate())))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("not signed");
    }

    @Test
    void aSignatureOverAnotherEntityIsRefused() {
        String good = signed(SIGNER).replaceFirst("<\\?xml[^>]*>\\s*", "");
        String signature = good.substring(good.indexOf("<ds:Signature"), good.indexOf("</ds:Signature>") + 15);
        String evil = metadata(second)
                .withEntityId("https://evil.example")
                .xml()
                .replaceFirst("<\\?xml[^>]*>\\s*", "")
                .replaceFirst("<md:IDPSSODescriptor", Matcher.quoteReplacement(signature) + "<md:IDPSSODescriptor");
        String list = "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">"
                + good.replace(signature, "") + evil + "</md:EntitiesDescriptor>";

        IdentityProviderTrust trust = trusting(SIGNER.certificate()).withEntityId("https://evil.example");
        assertThatThrownBy(() -> parse(list, trust))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("covers something else");
    }

    @Test
    void anExpiredSignerSignsNoMore() {
        TestIdentity old = KEYS.order().expired().issue();

        assertThatThrownBy(() -> parse(signed(old), trusting(old.certificate())))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("EXPIRED");
    }

    @Test
    void aSignatureThatNobodyCanCheckAddsNothing() {
        assertThat(parse(signed(SIGNER), IdentityProviderTrust.withoutChain()).entityId())
                .isEqualTo(ENTITY);
    }

    @Test
    void aSignerWithAWeakKeyIsRefused() {
        X509Certificate weak = KEYS.order().keyBits(1024).issue().certificate();

        assertThatThrownBy(() -> IdentityProviderTrust.withoutChain().withMetadataSigner(weak))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("1024");
    }

    @Test
    void itPrintsWhatItDemands() {
        assertThat(trusting(SIGNER.certificate()).withEntityId(ENTITY))
                .hasToString("IdentityProviderTrust(https://idp.example, without chain, signed metadata)");
        assertThat(oces(Revocation.SOFT)).hasToString("IdentityProviderTrust(any identity provider, OCES)");
    }

    private IdentityProviderTrust oces(Revocation revocation) {
        return IdentityProviderTrust.oces(OcesTrust.builder(revocation)
                .root(pki.root())
                .issuer(pki.issuing())
                .build());
    }

    private static IdentityProviderTrust trusting(X509Certificate signer) {
        return IdentityProviderTrust.withoutChain().withMetadataSigner(signer);
    }

    private String signed(TestIdentity by) {
        return metadata(first).withSignature(SignatureRecipe.by(by)).xml();
    }

    private static ForgedMetadata metadata(TestIdentity... identities) {
        X509Certificate[] certificates =
                Arrays.stream(identities).map(TestIdentity::certificate).toArray(X509Certificate[]::new);
        return ForgedMetadata.of(
                ENTITY, URI.create("https://idp.example/sso/"), SimulatedProfile.OIO_3_0, certificates);
    }

    private static IdentityProvider read(IdentityProviderTrust trust, TestIdentity... identities) {
        return parse(metadata(identities).xml(), trust);
    }

    private static IdentityProvider parse(String xml, IdentityProviderTrust trust) {
        return IdentityProvider.parse(xml.getBytes(StandardCharsets.UTF_8), trust, Clock.systemUTC());
    }

    private static void refused(String xml, IdentityProviderTrust trust) {
        assertThatThrownBy(() -> parse(xml, trust)).isInstanceOf(InvalidMessageException.class);
    }

    private static void assertReasons(IdentityProviderTrust trust, List<TestIdentity> identities, Reason reason) {
        assertThatThrownBy(() -> read(trust, identities.toArray(new TestIdentity[0])))
                .isInstanceOfSatisfying(
                        CredentialException.class,
                        e -> assertThat(e.failures()).map(Failure::reason).containsExactly(reason));
    }
}
