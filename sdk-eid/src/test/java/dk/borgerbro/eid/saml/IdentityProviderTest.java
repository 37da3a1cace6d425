package dk.borgerbro.eid.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.CredentialException.Reason;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.testkit.nemlogin.ForgedMetadata;
import dk.borgerbro.testkit.nemlogin.SimulatedProfile;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading of metadata: what is taken, and everything that is refused. */
class IdentityProviderTest {
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TestPki PKI = TestPki.builder().clock(CLOCK).build();
    private static final TestIdentity FIRST = PKI.order().issue();
    private static final TestIdentity SECOND = PKI.order().issue();
    private static final TestIdentity WEAK = PKI.order().keyBits(1024).issue();
    private static final String ENTITY = "https://idp.example";
    private static final URI ENDPOINT = URI.create("https://idp.example/sso/");

    private static final ForgedMetadata GOOD =
            ForgedMetadata.of(ENTITY, ENDPOINT, SimulatedProfile.OIO_3_0, FIRST.certificate(), SECOND.certificate());

    @TempDir
    private Path directory;

    @Test
    void everythingThatALoginNeedsIsRead() {
        IdentityProvider provider = read(GOOD);

        assertThat(provider.entityId()).isEqualTo(ENTITY);
        assertThat(provider.singleSignOn()).isEqualTo(ENDPOINT);
        assertThat(provider.logoutEndpoint(SamlBinding.HTTP_POST))
                .contains(LogoutEndpoint.of(SamlBinding.HTTP_POST, ENDPOINT));
        assertThat(provider.logoutEndpoint(SamlBinding.SOAP)).isEmpty();
        assertThat(provider.signingCertificates()).containsExactly(FIRST.certificate(), SECOND.certificate());
        assertThat(provider.trustedKeys(NOW))
                .containsExactly(
                        FIRST.certificate().getPublicKey(), SECOND.certificate().getPublicKey());
        assertThat(provider.current()).isSameAs(provider);
        assertThat(provider.supports(OiosamlProfile.OIO_3_0)).isTrue();
        assertThat(provider.supports(OiosamlProfile.OIO_4_0)).isFalse();
    }

    @Test
    void aReviewedFileIsLoadedByTheSystemsClock() throws IOException {
        TestPki today = TestPki.builder().keysOf(PKI).build();
        Path file = Files.write(
                directory.resolve("idp.xml"),
                GOOD.withSigning(today.order().issue().certificate()).bytes());

        assertThat(IdentityProvider.load(file).entityId()).isEqualTo(ENTITY);
    }

    @Test
    void aFileThatIsNotThereSaysSoWithoutItsPath() {
        assertThatThrownBy(() -> IdentityProvider.load(directory.resolve("missing.xml")))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("missing.xml")
                .hasMessageContaining("does not exist")
                .hasMessageNotContaining(directory.toString());
    }

    @Test
    void keysWithoutUseSignAndKeysForEncryptionDoNot() {
        String xml = GOOD.xml().replaceFirst(" use=\"signing\"", "").replace(" use=\"signing\"", " use=\"encryption\"");

        assertThat(read(xml).signingCertificates()).containsExactly(FIRST.certificate());
    }

    @Test
    void aCertificateNamedTwiceCountsOnce() {
        assertThat(read(GOOD.withSigning(FIRST.certificate(), FIRST.certificate()))
                        .signingCertificates())
                .hasSize(1);
    }

    @Test
    void aDroppedCertificateNamedTwiceIsToldOnce() {
        IdentityProvider provider = read(GOOD.withSigning(WEAK.certificate(), WEAK.certificate(), FIRST.certificate()));

        assertThat(provider.droppedCertificates()).hasSize(1);
    }

    @Test
    void base64WithLineBreaksAndCommentsIsRead() {
        String xml =
                GOOD.xml().replaceFirst("<ds:X509Certificate>(.{64})", "<ds:X509Certificate>\r\n $1\n<!-- x -->\t");

        assertThat(read(xml).signingCertificates()).hasSize(2);
    }

    @Test
    void aWeakKeyIsDroppedAndTheOtherStays() {
        IdentityProvider provider = read(GOOD.withSigning(WEAK.certificate(), SECOND.certificate()));

        assertThat(provider.trustedKeys(NOW))
                .containsExactly(SECOND.certificate().getPublicKey());
        assertThat(provider.droppedCertificates())
                .singleElement()
                .satisfies(failure -> assertThat(failure.detail()).contains("1024 bits"));
    }

    @Test
    void anExpiredAndAFutureCertificateAreDroppedWithTheirReasons() {
        IdentityProvider provider = read(GOOD.withSigning(
                PKI.order().expired().issue().certificate(),
                PKI.order().notYetValid().issue().certificate(),
                FIRST.certificate()));

        assertThat(provider.signingCertificates()).containsExactly(FIRST.certificate());
        assertThat(provider.droppedCertificates())
                .map(Failure::reason)
                .containsExactly(Reason.EXPIRED, Reason.NOT_YET_VALID);
    }

    @Test
    void aCertificateThatCannotBeReadIsDropped() {
        String xml = GOOD.xml().replaceFirst("<ds:X509Certificate>.{20}", "<ds:X509Certificate>AAAAAAAAAAAAAAAAAAAA");

        assertThat(read(xml).droppedCertificates()).map(Failure::reason).containsExactly(Reason.MALFORMED);
    }

    @Test
    void noKeyForSigningIsRefusedWithTheReason() {
        CredentialException none = catchThrowableOfType(CredentialException.class, () -> read(GOOD.withSigning()));
        CredentialException weak =
                catchThrowableOfType(CredentialException.class, () -> read(GOOD.withSigning(WEAK.certificate())));

        assertThat(none.failures()).map(Failure::reason).containsExactly(Reason.NO_ENTRY);
        assertThat(weak.failures()).map(Failure::reason).containsExactly(Reason.UNTRUSTED);
    }

    @Test
    void moreKeysThanAnybodyNeedsAreRefused() {
        String key = GOOD.xml().replaceFirst("(?s).*?(<md:KeyDescriptor.*?</md:KeyDescriptor>).*", "$1");

        refused(GOOD.xml().replace("<md:NameIDFormat>", key.repeat(21) + "<md:NameIDFormat>"), "KeyDescriptor");
    }

    @Test
    void keysStopCountingWhenTheyExpire() {
        Instant end = FIRST.certificate().getNotAfter().toInstant();
        IdentityProvider provider = read(GOOD.withSigning(FIRST.certificate()));

        assertThat(provider.trustedKeys(end)).hasSize(1);
        assertThatThrownBy(() -> provider.trustedKeys(end.plusMillis(1)))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("EXPIRED");
    }

    @Test
    void validityEndsAtItsInstantAtLoadingAndAtUse() {
        String xml = withAttribute("validUntil=\"2026-03-02T08:00:00.001Z\"");
        IdentityProvider provider = read(xml);

        assertThat(provider.validUntil()).contains(NOW.plusMillis(1));
        assertThat(provider.trustedKeys(NOW)).hasSize(2);
        assertThatThrownBy(() -> provider.trustedKeys(NOW.plusMillis(1)))
                .isInstanceOf(CredentialException.class)
                .hasMessageContaining("valid until 2026-03-02T08:00:00.001Z");
        refused(withAttribute("validUntil=\"2026-03-02T08:00:00Z\""), "validUntil");
    }

    @Test
    void theStrictestDateOfListEntityAndRoleCounts() {
        String entity = withAttribute("validUntil=\"2027-01-01T00:00:00\" cacheDuration=\"PT6H\"")
                .replace("<md:IDPSSODescriptor ", "<md:IDPSSODescriptor cacheDuration=\"P1D\" ");
        String list = list(entity)
                .replace("<md:EntitiesDescriptor ", "<md:EntitiesDescriptor validUntil=\"2026-06-01T00:00:00+02:00\" ");
        IdentityProvider provider = read(list);

        assertThat(provider.validUntil()).contains(Instant.parse("2026-05-31T22:00:00Z"));
        assertThat(provider.cacheDuration()).contains(Duration.ofHours(6));
    }

    @ParameterizedTest
    @CsvSource({"P1M,P31D", "P1Y2DT3S,P367DT3S", "-PT1H,PT0S", "PT0S,PT0S", "PT90M,PT1H30M"})
    void durationsOfEachKindAreRead(String text, Duration expected) {
        assertThat(read(withAttribute("cacheDuration=\"" + text + "\"")).cacheDuration())
                .contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "validUntil=\"soon\"",
                "validUntil=\"2026-13-01T00:00:00Z\"",
                "cacheDuration=\"6h\"",
                "cacheDuration=\"P999999999Y\"",
                "cacheDuration=\"P99999999999999999999Y\""
            })
    void datesThatAreNoneAreRefused(String attribute) {
        refused(withAttribute(attribute), attribute.substring(0, attribute.indexOf('=')));
    }

    @Test
    void anotherEntityIdThanTheConfiguredOneIsRefused() {
        IdentityProviderTrust pinned = IdentityProviderTrust.withoutChain().withEntityId(ENTITY + "/");

        assertThatThrownBy(() -> IdentityProvider.parse(GOOD.bytes(), pinned, CLOCK))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("do not describe " + ENTITY + "/");
    }

    @Test
    void thePinnedIdentityProviderIsPickedOutOfAList() {
        String list = list(list(body(GOOD.withEntityId("https://other.example"))) + body(GOOD));

        assertThat(IdentityProvider.parse(
                                bytes(list),
                                IdentityProviderTrust.withoutChain().withEntityId(ENTITY),
                                CLOCK)
                        .entityId())
                .isEqualTo(ENTITY);
        refused(list, "say which one is meant");
    }

    @Test
    void twoEntitiesOfOneNameAreRefused() {
        IdentityProviderTrust pinned = IdentityProviderTrust.withoutChain().withEntityId(ENTITY);

        assertThatThrownBy(() -> IdentityProvider.parse(bytes(list(body(GOOD) + body(GOOD))), pinned, CLOCK))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining("twice");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://idp.example/sso/",
                "idp",
                "ftp://idp.example/",
                "https:///x",
                "https://user@idp.example/",
                "https://idp.example/#a",
                "javascript:alert(1)",
                "https://a b/",
                "//idp.example"
            })
    void anAddressThatIsNotHttpsIsRefused(String address) {
        refused(
                GOOD.xml()
                        .replace(
                                "SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\" Location=\""
                                        + ENDPOINT,
                                "SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\" Location=\""
                                        + address),
                "SingleSignOnService");
        refused(
                GOOD.xml().replace("HTTP-POST\" Location=\"" + ENDPOINT, "HTTP-POST\" Location=\"" + address),
                "SingleLogoutService");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:8080/sso", "http://127.0.0.1:8080/sso", "http://[::1]:8080/sso"})
    void plainHttpIsTakenOnThisMachine(String address) {
        assertThat(read(GOOD.withSingleSignOn(URI.create(address))).singleSignOn())
                .isEqualTo(URI.create(address));
    }

    @Test
    void answersToLogoutGoToTheirOwnAddressWhereThereIsOne() {
        String xml = GOOD.xml()
                .replace(
                        "HTTP-POST\" Location=\"" + ENDPOINT + "\"",
                        "HTTP-POST\" Location=\"" + ENDPOINT + "\" ResponseLocation=\"https://idp.example/answers\"");

        assertThat(read(xml).logoutEndpoint(SamlBinding.HTTP_POST).orElseThrow().responseLocation())
                .isEqualTo(URI.create("https://idp.example/answers"));
    }

    @Test
    void bindingsThatNobodyKnowsArePassedOver() {
        String xml = GOOD.xml()
                .replaceFirst(
                        "SingleLogoutService Binding=\"[^\"]*HTTP-Redirect\"",
                        "SingleLogoutService Binding=\"urn:new\"");

        assertThat(read(xml).logoutEndpoints()).map(LogoutEndpoint::binding).containsExactly(SamlBinding.HTTP_POST);
    }

    @Test
    void aProviderWithoutRedirectForLoginsIsRefused() {
        refused(
                GOOD.xml()
                        .replaceFirst(
                                "SingleSignOnService Binding=\"[^\"]*\"",
                                "SingleSignOnService Binding=\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST\""),
                "HTTP-Redirect");
    }

    @Test
    void metadataOfAServiceAreRefused() {
        refused(GOOD.xml().replace("IDPSSODescriptor", "SPSSODescriptor"), "no identity provider");
    }

    @Test
    void aProviderOfAnotherProtocolIsRefused() {
        refused(
                GOOD.xml()
                        .replace(
                                "protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:2.0:protocol\"",
                                "protocolSupportEnumeration=\"urn:oasis:names:tc:SAML:1.1:protocol\""),
                "SAML 2.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "<",
                "not xml",
                "<a/>",
                "<EntityDescriptor entityID='x'/>",
                "{\"a\":1}",
                "<html><body>Fejl</body></html>",
                "<md:EntityDescriptor/>",
                "<md:EntityDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata'/>",
                "<md:EntitiesDescriptor xmlns:md='urn:oasis:names:tc:SAML:2.0:metadata'/>"
            })
    void garbageIsRefusedWithATypedError(String garbage) {
        refused(garbage, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE md:EntityDescriptor>",
                "<!DOCTYPE md:EntityDescriptor [<!ENTITY a 'b'>]>",
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'>"
            })
    void aDocumentTypeIsRefused(String doctype) {
        refused(doctype + body(GOOD), "document type");
    }

    @Test
    void metadataBeyondTheLimitAreRefused() {
        refused(body(GOOD) + "<!-- -->".repeat(600_000), "larger than the limit");
    }

    @Test
    void deepNestingIsRefused() {
        refused(
                GOOD.xml().replace("<md:NameIDFormat>", "<a>".repeat(5000) + "</a>".repeat(5000) + "<md:NameIDFormat>"),
                "");
    }

    @Test
    void whateverIsBrokenTheErrorIsTyped() {
        Random random = new Random(20261125);
        byte[] good = GOOD.bytes();
        for (int round = 0; round < 500; round++) {
            byte[] broken = good.clone();
            int changes = 1 + random.nextInt(4);
            for (int i = 0; i < changes; i++) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            try {
                assertThat(IdentityProvider.parse(broken, IdentityProviderTrust.withoutChain(), CLOCK)
                                .trustedKeys(NOW))
                        .isNotEmpty();
            } catch (InvalidMessageException | CredentialException | ConfigurationException e) {
                assertThat(e).hasNoCause();
            }
        }
    }

    @Test
    void aBuilderStartsFromASnapshotAndKeepsEverything() {
        IdentityProvider all = IdentityProvider.builder(ENTITY, ENDPOINT)
                .logout(LogoutEndpoint.of(SamlBinding.SOAP, ENDPOINT))
                .signingCertificate(FIRST.certificate())
                .dropped(new Failure("x", Reason.REVOKED, "y"))
                .profile(OiosamlProfile.OIO_4_0)
                .attributeProfile(AttributeProfiles.PERSON_DK)
                .nameIdFormat(NameId.PERSISTENT)
                .validUntil(NOW)
                .cacheDuration(Duration.ofHours(1))
                .build();

        assertThat(all.toBuilder().build()).usingRecursiveComparison().isEqualTo(all);
    }

    @Test
    void aProviderWhoseOnlyKeyWasDroppedSaysWhyAtUse() {
        Failure why = new Failure("signing certificate", Reason.REVOKED, "its issuer has revoked it");
        IdentityProvider provider = read(GOOD.withSigning(FIRST.certificate())).toBuilder()
                .drop(FIRST.certificate(), why)
                .build();

        assertThatThrownBy(() -> provider.trustedKeys(NOW))
                .isInstanceOfSatisfying(
                        CredentialException.class, e -> assertThat(e.failures()).containsExactly(why));
    }

    @Test
    void aBuilderTellsAllProblemsAtOnce() {
        assertThatThrownBy(() -> IdentityProvider.builder(" ", URI.create("http://idp.example"))
                        .signingCertificate(WEAK.certificate())
                        .logout(LogoutEndpoint.of(SamlBinding.SOAP, URI.create("x")))
                        .build())
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems()).hasSize(5));
        assertThatThrownBy(() -> IdentityProvider.builder(ENTITY, ENDPOINT).build())
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .isEqualTo(List.of("the identity provider needs at least one signing certificate")));
    }

    private static String withAttribute(String attribute) {
        return body(GOOD).replaceFirst("entityID=", attribute + " entityID=");
    }

    private static String list(String entities) {
        return "<md:EntitiesDescriptor xmlns:md=\"urn:oasis:names:tc:SAML:2.0:metadata\">" + entities
                + "</md:EntitiesDescriptor>";
    }

    private static String body(ForgedMetadata metadata) {
        return metadata.xml().replaceFirst("<\\?xml[^>]*>\\s*", "");
    }

    private static IdentityProvider read(ForgedMetadata metadata) {
        return read(metadata.xml());
    }

    private static IdentityProvider read(String xml) {
        return IdentityProvider.parse(bytes(xml), IdentityProviderTrust.withoutChain(), CLOCK);
    }

    private static byte[] bytes(String xml) {
        return xml.getBytes(StandardCharsets.UTF_8);
    }

    private static void refused(String xml, String words) {
        assertThatThrownBy(() -> read(xml))
                .isInstanceOf(InvalidMessageException.class)
                .hasMessageContaining(words);
    }
}
