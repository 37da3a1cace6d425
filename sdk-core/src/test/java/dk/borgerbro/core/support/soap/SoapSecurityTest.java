package dk.borgerbro.core.support.soap;

import static dk.borgerbro.core.support.soap.SoapFixture.CLOCK;
import static dk.borgerbro.core.support.soap.SoapFixture.SERVICE;
import static dk.borgerbro.core.support.soap.SoapFixture.parse;
import static dk.borgerbro.core.support.soap.SoapFixture.signed;
import static dk.borgerbro.core.support.soap.SoapFixture.signer;
import static dk.borgerbro.core.support.soap.SoapFixture.verifier;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.core.support.signature.SignatureAlgorithm;
import dk.borgerbro.core.support.signature.SignatureProfile;
import dk.borgerbro.core.support.signature.SignatureRefusedException;
import dk.borgerbro.core.support.signature.XmlSignatureVerifier;
import dk.borgerbro.core.support.signature.XmlSigner;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SoapSecurityTest {
    private static final Pattern BODY = Pattern.compile("<soap:Body.*</soap:Body>");
    private static final Pattern TIMESTAMP = Pattern.compile("<wsu:Timestamp.*</wsu:Timestamp>");
    private static final String FORGED =
            "<soap:Body><e:Answer xmlns:e=\"urn:e\"><e:Amount>900</e:Amount></e:Answer></soap:Body>";

    private static void assertRefused(String message, String rule) {
        assertRefused(verifier(), message, rule);
    }

    private static void assertRefused(SoapVerifier verifier, String message, String rule) {
        SignatureRefusedException refused =
                catchThrowableOfType(SignatureRefusedException.class, () -> verifier.verify(parse(message)));
        assertThat(refused).isNotNull();
        assertThat(refused.findings()).extracting("rule").contains(rule);
    }

    private static String find(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        assertThat(matcher.find()).isTrue();
        return matcher.group();
    }

    @ParameterizedTest
    @EnumSource
    void aSignedMessageIsReadFromWhatWasSigned(SoapVersion version) throws IOException {
        byte[] message = signer(SERVICE).sign(SoapFixture.message(version));
        VerifiedSoap read = verifier()
                .requiring(EnumSet.of(SignedPart.TIMESTAMP, SignedPart.ADDRESSING, SignedPart.TOKEN))
                .verify(parse(SoapFixture.text(message)));
        assertThat(read.signer()).isEqualTo(SERVICE.certificate());
        assertThat(read.payload().orElseThrow().getTextContent()).isEqualTo("100");
        assertThat(read.addressing("MessageID")).contains("urn:uuid:1");
        assertThat(read.addressing("Action")).contains("urn:action");
        assertThat(read.addressing("RelatesTo")).isEmpty();
    }

    @Test
    void theSameMessageAtTheSameTimeIsTheSameBytes() {
        assertThat(signed()).isEqualTo(signed());
    }

    @Test
    void timesAreUtcWithZ() {
        assertThat(signed())
                .contains("<wsu:Created>2026-03-02T10:15:30.123Z</wsu:Created>")
                .contains("<wsu:Expires>2026-03-02T10:20:30.123Z</wsu:Expires>");
    }

    @Test
    void aChangedBodyOrHeaderIsRefused() {
        assertRefused(signed().replace(">100<", ">900<"), "XMLDSIG-3.2.1");
        assertRefused(signed().replace("urn:uuid:1", "urn:uuid:2"), "XMLDSIG-3.2.1");
        assertRefused(signed().replace("10:20:30", "23:20:30"), "XMLDSIG-3.2.1");
    }

    @Test
    void aBodyThatWasMovedAwayIsRefused() {
        String body = find(BODY, signed());
        String moved = signed().replace(body, FORGED).replace("</soap:Header>", "<x>" + body + "</x></soap:Header>");
        assertRefused(moved, "WSS-8");
        String inside = signed().replace("<wsse:Security ", "<x>" + body + "</x><wsse:Security ");
        assertRefused(inside, "XMLDSIG-4.4.3.2");
    }

    @Test
    void aSecondBodyOrEnvelopePartIsRefused() {
        String message = signed();
        assertRefused(message.replace("</soap:Header>", "</soap:Header>" + FORGED), "SOAP-5");
        assertRefused(message.replace("</soap:Envelope>", FORGED + "</soap:Envelope>"), "SOAP-5");
        assertRefused(message.replace("</soap:Header>", "</soap:Header><soap:Header/>"), "SOAP-5");
        assertRefused(message.replace("schemas.xmlsoap.org/soap/envelope/", "unknown.example/"), "SOAP-5");
    }

    @Test
    void aMessageWithoutSecurityIsRefused() {
        String message =
                SoapFixture.text(SoapFixture.message(SoapVersion.SOAP_1_1).toBytes());
        assertRefused(message, "WSS-6");
        String signed = signed();
        assertRefused(signed.replaceAll("(?s)<ds:Signature .*</ds:Signature>", ""), "WSS-6");
        assertRefused(
                signed.replace("</wsse:Security>", "</wsse:Security><wsse:Security xmlns:wsse=\"" + Wss.WSSE + "\"/>"),
                "WSS-6");
    }

    @Test
    void aSignatureThatLeavesThePartsOutIsRefused() {
        SoapSigner bodyOnly = signer(SERVICE).withParts(Set.of());
        String message = SoapFixture.text(bodyOnly.sign(SoapFixture.message(SoapVersion.SOAP_1_1)));
        assertRefused(message, "WSS-10");
        assertRefused(verifier().requiring(Set.of(SignedPart.ADDRESSING)), message, "WSS-8");
        assertRefused(verifier().requiring(Set.of(SignedPart.TOKEN)), message, "WSS-8");
    }

    @Test
    void aHeaderThatWasNotSignedIsNotRead() throws IOException {
        String message = signed().replace(
                        "<wsse:Security ",
                        "<wsa:RelatesTo xmlns:wsa=\"" + Wss.WSA + "\">forged</wsa:RelatesTo><wsse:Security ");
        assertThat(verifier().verify(parse(message)).addressing("RelatesTo")).isEmpty();
        assertRefused(verifier().requiring(Set.of(SignedPart.ADDRESSING)), message, "WSS-8");
    }

    @Test
    void aTimeStampOutsideItsTimeIsRefused() throws IOException {
        Duration within = Duration.ofMinutes(9);
        assertThat(verifier(Clock.offset(CLOCK, within)).verify(parse(signed())).payload())
                .isPresent();
        assertRefused(verifier(Clock.offset(CLOCK, Duration.ofMinutes(10))), signed(), "WSS-10");
        assertThat(verifier(Clock.offset(CLOCK, Duration.ofMinutes(-5)))
                        .verify(parse(signed()))
                        .payload())
                .isPresent();
        assertRefused(verifier(Clock.offset(CLOCK, Duration.ofMinutes(-6))), signed(), "WSS-10");
        assertRefused(verifier(Clock.offset(CLOCK, Duration.ofMinutes(6))).withSkew(Duration.ZERO), signed(), "WSS-10");
    }

    @Test
    void aFreshTimeStampBesideTheSignedOneDoesNotHelp() {
        String stamp = find(TIMESTAMP, signed());
        String fresh = stamp.replaceFirst(" wsu:Id=\"[^\"]*\"", "").replace("2026-03-02", "2026-03-03");
        assertRefused(
                verifier(Clock.offset(CLOCK, Duration.ofDays(1))), signed().replace(stamp, fresh + stamp), "WSS-10");
        String moved = signed().replace(stamp, fresh)
                .replace("<wsse:Security ", "<x xmlns:wsu=\"" + Wss.WSU + "\">" + stamp + "</x><wsse:Security ");
        assertRefused(verifier(Clock.offset(CLOCK, Duration.ofDays(1))), moved, "WSS-10");
    }

    @Test
    void aStrangersSignatureIsRefused() {
        String message = SoapFixture.text(signer(SoapFixture.STRANGER).sign(SoapFixture.message(SoapVersion.SOAP_1_1)));
        assertRefused(message, SignerTrust.RULE);
    }

    @Test
    void aStrangersSignatureUnderTheTrustedCertificateIsRefused() {
        SoapSigner impostor = SoapSigner.of(
                SoapFixture.xmlSigner(SoapFixture.STRANGER), SecurityToken.binary(SERVICE.certificate()), CLOCK);
        assertRefused(SoapFixture.text(impostor.sign(SoapFixture.message(SoapVersion.SOAP_1_1))), "XMLDSIG-3.2.2");
    }

    @Test
    void aCertificateThatHasExpiredIsRefused() {
        SoapVerifier pinned = SoapVerifier.of(
                XmlSignatureVerifier.of(SignatureProfile.strict()),
                SignerTrust.pinned(List.of(SoapFixture.EXPIRED.certificate())),
                CLOCK);
        SoapSigner old = SoapSigner.of(
                SoapFixture.xmlSigner(SERVICE), SecurityToken.binary(SoapFixture.EXPIRED.certificate()), CLOCK);
        assertRefused(pinned, SoapFixture.text(old.sign(SoapFixture.message(SoapVersion.SOAP_1_1))), SignerTrust.RULE);
    }

    @Test
    void aTokenThatIsNoCertificateIsRefused() {
        String message = signed();
        String broken = message.replaceFirst("(<wsse:BinarySecurityToken[^>]*>)[^<]*<", "$1AAAA<");
        assertRefused(broken, SignerTrust.RULE);
    }

    @Test
    void aKeyIdentifierNeedsAPinnedCertificate() throws IOException {
        SoapSigner signer = SoapSigner.of(
                SoapFixture.xmlSigner(SERVICE), SecurityToken.keyIdentifier(SERVICE.certificate()), CLOCK);
        String message = SoapFixture.text(signer.sign(SoapFixture.message(SoapVersion.SOAP_1_1)));
        assertThat(message).contains("X509SubjectKeyIdentifier").doesNotContain("BinarySecurityToken");
        assertThat(verifier().verify(parse(message)).payload()).isPresent();
        SoapVerifier two = SoapVerifier.of(
                XmlSignatureVerifier.of(SignatureProfile.strict()),
                SignerTrust.pinned(List.of(SERVICE.certificate(), SoapFixture.STRANGER.certificate())),
                CLOCK);
        assertRefused(two, message, SignerTrust.RULE);
    }

    @Test
    void trustCanBeTheCallersOwn() throws IOException {
        SoapVerifier any = SoapVerifier.of(
                XmlSignatureVerifier.of(SignatureProfile.strict()), presented -> presented.get(0), CLOCK);
        assertThat(any.verify(parse(signed())).signer()).isEqualTo(SERVICE.certificate());
    }

    @Test
    void aServiceOfThePastCanBeServedByItsOwnProfile() throws IOException {
        SoapSigner old = SoapSigner.of(
                XmlSigner.of(SignatureProfile.legacyRsaSha1(), SignatureAlgorithm.RSA_SHA1, SERVICE.privateKey()),
                SecurityToken.binary(SERVICE.certificate()),
                CLOCK);
        String message = SoapFixture.text(old.sign(SoapFixture.message(SoapVersion.SOAP_1_1)));
        assertRefused(message, "XMLDSIG-4.4.2");
        SoapVerifier legacy = SoapVerifier.of(
                XmlSignatureVerifier.of(SignatureProfile.legacyRsaSha1()),
                SignerTrust.pinned(List.of(SERVICE.certificate())),
                CLOCK);
        assertThat(legacy.verify(parse(message)).payload()).isPresent();
    }

    @Test
    void otherHeadersAreSignedOnDemand() throws IOException {
        SoapMessage message = SoapFixture.message(SoapVersion.SOAP_1_2)
                .withHeader(parse("<f:Framework xmlns:f=\"urn:liberty:sb\" version=\"2.0\"/>")
                        .getDocumentElement());
        SoapSigner all = signer(SERVICE).withParts(EnumSet.allOf(SignedPart.class));
        VerifiedSoap read = verifier()
                .requiring(EnumSet.allOf(SignedPart.class))
                .verify(parse(SoapFixture.text(all.sign(message))));
        assertThat(read.headers()).anyMatch(header -> header.getLocalName().equals("Framework"));
        assertRefused(
                verifier().requiring(EnumSet.allOf(SignedPart.class)),
                SoapFixture.text(signer(SERVICE).sign(message)),
                "WSS-8");
    }

    @Test
    void nothingPrintsTheMessage() throws IOException {
        VerifiedSoap read = verifier().verify(parse(signed()));
        assertThat(read + " " + SoapFixture.message(SoapVersion.SOAP_1_1) + SoapEnvelope.of(parse(signed()))
                        + SecurityToken.binary(SERVICE.certificate()))
                .doesNotContain("100")
                .doesNotContain("MII");
    }
}
