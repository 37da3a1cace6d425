package dk.borgerbro.core.support.soap;

import dk.borgerbro.core.support.signature.SignatureAlgorithm;
import dk.borgerbro.core.support.signature.SignatureProfile;
import dk.borgerbro.core.support.signature.XmlSignatureVerifier;
import dk.borgerbro.core.support.signature.XmlSigner;
import dk.borgerbro.core.support.xml.SafeXml;
import dk.borgerbro.core.support.xml.XmlLimits;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.w3c.dom.Document;

/** Two parties, a fixed time, and a message between them. */
final class SoapFixture {
    static final Instant NOW = Instant.parse("2026-03-02T10:15:30.123Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TestPki PKI = TestPki.builder().clock(CLOCK).build();
    static final TestIdentity SERVICE =
            PKI.order().organisation("34051178", "Tjeneste").ownKey().issue();
    static final TestIdentity STRANGER =
            PKI.order().organisation("12345674", "Fremmed").ownKey().issue();
    static final TestIdentity EXPIRED = PKI.order()
            .organisation("34051178", "Tjeneste")
            .keyOf(SERVICE)
            .validUntil(NOW.minus(Duration.ofDays(1)))
            .issue();
    static final String PAYLOAD = "<e:Answer xmlns:e=\"urn:e\"><e:Amount>100</e:Amount></e:Answer>";
    static final WsAddressing ADDRESSING =
            new WsAddressing("urn:action", "https://service.example/", "urn:uuid:1", WsAddressing.ANONYMOUS);

    private SoapFixture() {}

    static Document parse(String text) {
        try {
            return SafeXml.document(text.getBytes(StandardCharsets.UTF_8), XmlLimits.TREE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static SoapMessage message(SoapVersion version) {
        return SoapMessage.of(version, parse(PAYLOAD).getDocumentElement()).withAddressing(ADDRESSING);
    }

    static XmlSigner xmlSigner(TestIdentity identity) {
        return XmlSigner.of(SignatureProfile.strict(), SignatureAlgorithm.RSA_SHA256, identity.privateKey());
    }

    static SoapSigner signer(TestIdentity identity) {
        return SoapSigner.of(xmlSigner(identity), SecurityToken.binary(identity.certificate()), CLOCK);
    }

    static String signed() {
        return text(signer(SERVICE).sign(message(SoapVersion.SOAP_1_1)));
    }

    static String text(byte[] content) {
        return new String(content, StandardCharsets.UTF_8);
    }

    static SoapVerifier verifier() {
        return verifier(CLOCK);
    }

    static SoapVerifier verifier(Clock clock) {
        return SoapVerifier.of(
                XmlSignatureVerifier.of(SignatureProfile.strict()),
                SignerTrust.pinned(List.of(SERVICE.certificate())),
                clock);
    }
}
