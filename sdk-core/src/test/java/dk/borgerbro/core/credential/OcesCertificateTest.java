package dk.borgerbro.core.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.credential.OcesCertificate.Form;
import dk.borgerbro.core.credential.OcesCertificate.Kind;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.testkit.pki.TestPki;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OcesCertificateTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TestPki PKI = TestPki.builder().clock(CLOCK).build();
    private static final String UUID_TEXT = "409d7cc4-4e01-464b-a629-303f7329fed5";

    @Test
    void anOrganisationIsReadWhole() {
        OcesCertificate certificate = OcesCertificate.of(PKI.order()
                .organisation("99000007", "Prøvested Kommune", "ESDH")
                .uuid(UUID_TEXT)
                .issue()
                .certificate());

        assertThat(certificate.kind()).isEqualTo(Kind.ORGANISATION);
        assertThat(certificate.form()).isEqualTo(Form.OCES3);
        assertThat(certificate.cvr()).contains(new CvrNumber("99000007"));
        assertThat(certificate.uuid()).contains(UUID.fromString(UUID_TEXT));
        assertThat(certificate.subjectSerialNumber()).contains("UI:DK-O:G:" + UUID_TEXT);
        assertThat(certificate.commonName()).contains("ESDH");
        assertThat(certificate.organisationName()).contains("Prøvested Kommune");
        assertThat(certificate.environment()).isEqualTo(OcesEnvironment.TEST);
        assertThat(certificate.hasPolicy(OcesPolicies.ORGANISATION)).isTrue();
        assertThat(certificate.hasPolicy(OcesPolicies.EMPLOYEE)).isFalse();
        assertThat(certificate.keyType()).isEqualTo("RSA 3072");
        assertThat(certificate.keyBits()).isEqualTo(3072);
        assertThat(certificate.notBefore()).isEqualTo(NOW.minus(Duration.ofDays(1)));
        assertThat(certificate.notAfter()).isEqualTo("2029-02-27T12:00:00Z");
    }

    @Test
    void anEmployeeIsReadAndDoesNotPrintTheName() {
        OcesCertificate certificate =
                OcesCertificate.of(PKI.employee("99000007", "Prøvested Kommune", "Ane Marie", "Østergaard")
                        .certificate());

        assertThat(certificate.kind()).isEqualTo(Kind.EMPLOYEE);
        assertThat(certificate.commonName()).contains("Ane Marie Østergaard");
        assertThat(certificate.hasPolicy(OcesPolicies.EMPLOYEE)).isTrue();
        assertThat(certificate)
                .hasToString("OcesCertificate[EMPLOYEE, CVR 99000007, valid until 2029-02-27T12:00:00Z]");
    }

    @ParameterizedTest
    @CsvSource({
        "CVR:99000007-UID:25351738,ORGANISATION",
        "CVR:99000007-FID:12345678,ORGANISATION",
        "CVR:99000007-RID:42634739,EMPLOYEE"
    })
    void theOldFormIsReadToo(String serialNumber, Kind kind) {
        for (OcesCertificate certificate : new OcesCertificate[] {
            OcesCertificate.of(PKI.order()
                    .oces2("99000007", "Prøvested Kommune", "ESDH", serialNumber)
                    .issue()
                    .certificate()),
            // The real ones put number and name into one multi-valued part.
            subject("SERIALNUMBER=" + serialNumber + "+CN=ESDH,O=Prøvested Kommune // CVR:99000007,C=DK")
        }) {
            assertThat(certificate.form()).isEqualTo(Form.OCES2);
            assertThat(certificate.kind()).isEqualTo(kind);
            assertThat(certificate.cvr()).contains(new CvrNumber("99000007"));
            assertThat(certificate.uuid()).isEmpty();
            assertThat(certificate.commonName()).contains("ESDH");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CN=Prøve,C=DK",
                "CN=UI:DK-O:G:409d7cc4-4e01-464b-a629-303f7329fed5,C=DK",
                "CN=x\\,serialNumber\\=UI:DK-O:G:409d7cc4-4e01-464b-a629-303f7329fed5,C=DK",
                "CN=x,SERIALNUMBER=ui:dk-o:g:409d7cc4-4e01-464b-a629-303f7329fed5,C=DK",
                "CN=x,SERIALNUMBER=xUI:DK-O:G:409d7cc4-4e01-464b-a629-303f7329fed5,C=DK",
                "CN=x,SERIALNUMBER=UI:DK-X:G:1,C=DK",
                "CN=x,SERIALNUMBER=PID:9208-2002-2-000000000000,C=DK",
                "CN=x,SERIALNUMBER=CVR:99000007,C=DK",
                "CN=x,SERIALNUMBER=CVR:99000007-XID:1,C=DK"
            })
    void whatIsNotSaidInTheRightPlaceIsNotRead(String subject) {
        OcesCertificate certificate = subject(subject);

        assertThat(certificate.kind()).isEqualTo(Kind.OTHER);
        assertThat(certificate.cvr()).isEmpty();
        assertThat(certificate.statedCvr()).isEmpty();
        assertThat(certificate.uuid()).isEmpty();
    }

    @Test
    void twoIdentifiersAreNone() {
        OcesCertificate certificate = subject("CN=x,organizationIdentifier=NTRDK-99000007,"
                + "organizationIdentifier=NTRDK-99000015,SERIALNUMBER=UI:DK-O:G:" + UUID_TEXT + ",C=DK");

        assertThat(certificate.cvr()).isEmpty();
        assertThat(certificate.kind()).isEqualTo(Kind.ORGANISATION);
    }

    @Test
    void aNumberWithAWrongCheckDigitIsShownAsStatedOnly() {
        OcesCertificate certificate = OcesCertificate.of(
                PKI.organisation("12345678", "Testorganisation").certificate());

        assertThat(certificate.cvr()).isEmpty();
        assertThat(certificate.statedCvr()).contains("12345678");
    }

    @ParameterizedTest
    @ValueSource(strings = {"NTRDK-9900000", "NTRDK-990000071", "NTRSE-99000007", "VATDK-99000007", "99000007"})
    void foreignIdentifiersAreNoCvrNumber(String identifier) {
        assertThat(subject("CN=x,organizationIdentifier=" + identifier + ",C=DK")
                        .statedCvr())
                .isEmpty();
    }

    @Test
    void aUniqueIdOfAnotherFormIsEmpty() {
        OcesCertificate certificate =
                OcesCertificate.of(PKI.order().uuid("not-a-uuid").issue().certificate());

        assertThat(certificate.uuid()).isEmpty();
        assertThat(certificate.kind()).isEqualTo(Kind.ORGANISATION);
    }

    @Test
    void theSystemIsJudgedByTheIssuer() {
        TestPki production = TestPki.builder().clock(CLOCK).productionNames().build();

        assertThat(OcesCertificate.of(production.order().issue().certificate()).environment())
                .isEqualTo(OcesEnvironment.PRODUCTION);
        assertThat(OcesCertificate.of(production.root()).environment()).isEqualTo(OcesEnvironment.PRODUCTION);
        assertThat(subject("CN=TRUST2408 Systemtest VII Primary CA,O=TRUST2408,C=DK")
                        .environment())
                .isEqualTo(OcesEnvironment.TEST);
        assertThat(subject("CN=TRUST2408 OCES Primary CA,O=TRUST2408,C=DK").environment())
                .isEqualTo(OcesEnvironment.PRODUCTION);
        assertThat(subject("CN=Den Danske Stat,O=Somebody,C=DK").environment()).isEqualTo(OcesEnvironment.OTHER);
    }

    @Test
    void expiryIsCountedFromTheGivenInstant() {
        OcesCertificate certificate = OcesCertificate.of(
                PKI.order().validUntil(NOW.plus(Duration.ofDays(30))).issue().certificate());

        assertThat(certificate.expiresWithin(Duration.ofDays(30), NOW)).isTrue();
        assertThat(certificate.expiresWithin(Duration.ofDays(29), NOW)).isFalse();
        assertThat(certificate.expiresWithin(Duration.ZERO, NOW.plus(Duration.ofDays(31))))
                .isTrue();
    }

    private static OcesCertificate subject(String name) {
        // Self-signed, so that the issuer is the same name.
        return OcesCertificate.of(PKI.order().subject(name).selfSigned().issue().certificate());
    }
}
