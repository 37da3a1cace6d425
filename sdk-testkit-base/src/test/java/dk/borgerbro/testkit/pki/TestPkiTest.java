package dk.borgerbro.testkit.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.testkit.person.TestOrganisation;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyStore;
import java.security.Security;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TestPkiTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final TestPki PKI =
            TestPki.builder().clock(Clock.fixed(NOW, ZoneOffset.UTC)).build();
    private static final char[] PASSWORD = "kodeord".toCharArray();

    @Test
    void organisationsAreShapedLikeThoseOfThePublicTestSystem() throws Exception {
        X509Certificate certificate = PKI.order()
                .organisation("99000007", "Prøvested Kommune", "ESDH")
                .uuid("409d7cc4-4e01-464b-a629-303f7329fed5")
                .issue()
                .certificate();

        assertThat(certificate.getSubjectX500Principal().getName("RFC1779"))
                .startsWith("C=DK, OID.2.5.4.97=NTRDK-99000007, O=Prøvested Kommune, OID.2.5.4.5=UI:DK-O:G:409d7cc4-")
                .endsWith(", CN=ESDH");
        assertThat(certificate.getIssuerX500Principal().getName())
                .isEqualTo("C=DK,O=Den Danske Stat,OU=Test - cti,CN=Den Danske Stat OCES udstedende-CA 1");
        assertThat(certificate.getSigAlgOID()).isEqualTo("1.2.840.113549.1.1.10");
        assertThat(((RSAPublicKey) certificate.getPublicKey()).getModulus().bitLength())
                .isEqualTo(3072);
        assertThat(certificate.getBasicConstraints()).isEqualTo(-1);
        assertThat(certificate.getKeyUsage()).startsWith(true, true, true, false);
        assertThat(certificate.getCriticalExtensionOIDs()).containsExactlyInAnyOrder("2.5.29.15", "2.5.29.19");
    }

    @Test
    void theQualifiedStatementIsByteForByteTheOneInPublishedDumps() {
        byte[] statement = PKI.order().issue().certificate().getExtensionValue("1.3.6.1.5.5.7.1.3");

        assertThat(HexFormat.of().formatHex(statement))
                .isEqualTo("042f"
                        + "302d302b06082b06010505070b02301f060704008bec49010230148612"
                        + HexFormat.of().formatHex("https://uid.gov.dk".getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void employeesCarryTheirNameAndTheEmployeePolicy() {
        X509Certificate certificate = PKI.employee("99000007", "Prøvested Kommune", "Anne Marie", "Østergaard")
                .certificate();

        assertThat(certificate.getSubjectX500Principal().toString())
                .contains("SERIALNUMBER=UI:DK-E:G:")
                .contains("GIVENNAME=Anne Marie")
                .contains("SURNAME=Østergaard");
        assertThat(new String(certificate.getExtensionValue("2.5.29.32"), StandardCharsets.ISO_8859_1))
                .contains(oid("2A81 5081 2901 0101 0207"));
    }

    @Test
    void theIssuingAuthorityMayNotHaveOthersBelowIt() {
        assertThat(PKI.issuing().getBasicConstraints()).isZero();
        assertThat(PKI.root().getBasicConstraints()).isEqualTo(Integer.MAX_VALUE);
        assertThat(PKI.issuing().getExtensionValue("2.5.29.32")).isNull();
    }

    @Test
    void theJdkAcceptsTheChain() throws Exception {
        validate(PKI.organisation(TestOrganisation.MUNICIPALITY), PKI.root());
        validate(PKI.server(), PKI.root());
    }

    @Test
    void theJdkRefusesEachVariantThatIsMeantToBeWrong() {
        assertRefused(PKI.order().expired().issue());
        assertRefused(PKI.order().notYetValid().issue());
        assertRefused(PKI.order().selfSigned().issue());
        assertRefused(PKI.order().byOtherAuthority().issue());
        assertRefused(PKI.order().belowExtraAuthority().issue());
        assertRefused(PKI.order().signedBy(PKI.order().issue()).issue());
    }

    @Test
    void theOtherHierarchyIsGoodInItself() throws Exception {
        validate(PKI.order().byOtherAuthority().issue(), PKI.otherRoot());
    }

    @Test
    void neighboursDoNotShareAKeyUnlessAskedTo() {
        TestIdentity first = PKI.order().issue();
        TestIdentity second = PKI.order().issue();
        TestIdentity renewed = PKI.order().keyOf(first).issue();

        assertThat(first.certificate().getPublicKey())
                .isNotEqualTo(second.certificate().getPublicKey());
        assertThat(renewed.certificate().getPublicKey())
                .isEqualTo(first.certificate().getPublicKey());
        assertThat(PKI.order().keyBits(2048).issue().certificate().getPublicKey())
                .extracting(key -> ((RSAPublicKey) key).getModulus().bitLength())
                .isEqualTo(2048);
    }

    @Test
    void aKeyStoreFileOpensWithItsPasswordAndHoldsTheChain() throws Exception {
        TestIdentity identity = PKI.order().issue();
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(identity.pkcs12(PASSWORD)), PASSWORD);

        assertThat(store.getCertificateChain(identity.alias())).containsExactlyElementsOf(identity.chain());
        assertThat(store.getKey(identity.alias(), PASSWORD)).isEqualTo(identity.privateKey());
        assertThat(identity.withoutIssuers().chain()).containsExactly(identity.certificate());
    }

    @Test
    void textFormsAreReadByTheJdk() throws Exception {
        TestIdentity identity = PKI.order().issue();

        assertThat(CertificateFactory.getInstance("X.509")
                        .generateCertificates(
                                new ByteArrayInputStream(identity.pemChain().getBytes(StandardCharsets.US_ASCII))))
                .hasSize(3);
        assertThat(identity.pemKey()).startsWith("-----BEGIN PRIVATE KEY-----\n");
        assertThat(identity.encryptedPemKey(PASSWORD)).startsWith("-----BEGIN ENCRYPTED PRIVATE KEY-----\n");
        assertThat(identity.pkcs1PemKey()).startsWith("-----BEGIN RSA PRIVATE KEY-----\n");
    }

    @Test
    void theKeyOfAnotherDoesNotFit() throws Exception {
        TestIdentity identity = PKI.order().issue();
        TestIdentity mixed = identity.withKeyOf(PKI.order().issue());
        byte[] data = {1, 2, 3};
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(mixed.privateKey());
        signature.update(data);
        byte[] signed = signature.sign();
        signature.initVerify(mixed.certificate().getPublicKey());
        signature.update(data);

        assertThat(signature.verify(signed)).isFalse();
    }

    @Test
    void aHierarchyCanBeNamedAndSizedLikeTheProductionSystem() {
        TestPki production = TestPki.builder().productionNames().rootBits(4096).build();

        assertThat(production.issuing().getIssuerX500Principal().getName())
                .isEqualTo("C=DK,O=Den Danske Stat,CN=Den Danske Stat OCES rod-CA");
        assertThat(((RSAPublicKey) production.root().getPublicKey())
                        .getModulus()
                        .bitLength())
                .isEqualTo(4096);
    }

    @Test
    void keysOfAnotherHierarchyMayBeUsedAgain() {
        TestPki twin = TestPki.builder().keysOf(PKI).build();

        assertThat(twin.root().getPublicKey()).isEqualTo(PKI.root().getPublicKey());
        assertThat(twin.root()).isNotEqualTo(PKI.root());
        assertThat(twin.otherRoot().getPublicKey()).isNotEqualTo(twin.root().getPublicKey());
    }

    @Test
    void theTrustStoreHoldsTheRootOnly() throws Exception {
        KeyStore store = PKI.trustStore();

        assertThat(store.size()).isEqualTo(1);
        assertThat(store.getCertificateAlias(PKI.root())).isNotNull();
    }

    @Test
    void theOldFormAndPkcs1SignaturesCanBeOrdered() {
        X509Certificate certificate = PKI.order()
                .oces2("99000007", "Prøvested Kommune", "ESDH", "CVR:99000007-UID:1234")
                .signedWithPkcs1()
                .issue()
                .certificate();

        assertThat(certificate.getSigAlgName()).isEqualTo("SHA256withRSA");
        assertThat(certificate.getSubjectX500Principal().toString())
                .isEqualTo("SERIALNUMBER=CVR:99000007-UID:1234, CN=ESDH, O=Prøvested Kommune // CVR:99000007, C=DK");
    }

    @Test
    void theListOfProvidersStaysAsItWas() {
        PKI.order().issue();

        assertThat(Security.getProvider("BC")).isNull();
    }

    @Test
    void anIdentityPrintsItsSubjectOnly() {
        assertThat(PKI.order().issue().toString())
                .startsWith("TestIdentity[C=DK")
                .doesNotContain("RSA");
    }

    private static void assertRefused(TestIdentity identity) {
        assertThatThrownBy(() -> validate(identity, PKI.root())).isInstanceOf(CertPathValidatorException.class);
    }

    private static void validate(TestIdentity identity, X509Certificate root) throws Exception {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(NOW));
        List<X509Certificate> chain = identity.chain();
        CertPathValidator.getInstance("PKIX")
                .validate(
                        CertificateFactory.getInstance("X.509")
                                .generateCertPath(chain.subList(0, Math.max(1, chain.size() - 1))),
                        parameters);
    }

    private static String oid(String hex) {
        return new String(
                HexFormat.of().parseHex(hex.replace(" ", "").toLowerCase(Locale.ROOT)), StandardCharsets.ISO_8859_1);
    }
}
