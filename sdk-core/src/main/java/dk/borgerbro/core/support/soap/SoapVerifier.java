package dk.borgerbro.core.support.soap;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.support.signature.SignatureRefusedException;
import dk.borgerbro.core.support.signature.SignedElement;
import dk.borgerbro.core.support.signature.XmlSignatureVerifier;
import dk.borgerbro.core.support.xml.Elements;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import javax.xml.crypto.dsig.XMLSignature;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Verifies signed SOAP messages: one security header with one signature by a trusted certificate, over this message's own body and what else is
 * required, with a time stamp of now. Immutable and thread-safe.
 */
public final class SoapVerifier {
    private static final Duration DEFAULT_SKEW = Duration.ofMinutes(5);

    private final XmlSignatureVerifier signatures;
    private final SignerTrust trust;
    private final Set<SignedPart> required;
    private final Duration skew;
    private final Clock clock;

    private SoapVerifier(
            XmlSignatureVerifier signatures, SignerTrust trust, Set<SignedPart> required, Duration skew, Clock clock) {
        this.signatures = signatures;
        this.trust = trust;
        this.required = EnumSet.copyOf(required);
        this.skew = skew;
        this.clock = clock;
    }

    /** {@return a verifier that wants body and time stamp signed, and lets clocks differ by five minutes} */
    public static SoapVerifier of(XmlSignatureVerifier signatures, SignerTrust trust, Clock clock) {
        return new SoapVerifier(
                signatures, trust, EnumSet.of(SignedPart.BODY, SignedPart.TIMESTAMP), DEFAULT_SKEW, clock);
    }

    /** {@return the same for other parts; the body is always one of them. Addressing means every such header that is present} */
    public SoapVerifier requiring(Set<SignedPart> others) {
        Set<SignedPart> withBody = EnumSet.of(SignedPart.BODY);
        withBody.addAll(others);
        return new SoapVerifier(signatures, trust, withBody, skew, clock);
    }

    /** {@return the same with another difference of clocks} */
    public SoapVerifier withSkew(Duration other) {
        return new SoapVerifier(signatures, trust, required, other, clock);
    }

    /**
     * {@return what the message says, as it was signed}
     *
     * @throws SignatureRefusedException if the message is not to be trusted
     */
    public VerifiedSoap verify(Document message) throws SignatureRefusedException {
        SoapEnvelope envelope = SoapEnvelope.of(message);
        Element security = only(envelope.headers(), Wss.WSSE, "Security", "Header");
        Element signature = only(Elements.children(security), XMLSignature.XMLNS, "Signature", "Header/Security");
        X509Certificate signer = trust.choose(PresentedCertificates.of(security, signature));
        Instant now = clock.instant();
        try {
            signer.checkValidity(Date.from(now));
        } catch (CertificateException e) {
            throw SignatureRefusedException.because(
                    SignerTrust.RULE, "Security", "is signed with a certificate that has expired or is not valid yet");
        }
        List<SignedElement> signed = signatures.verify(signature, signer.getPublicKey());
        checkRequired(envelope, security, signed);
        for (SignedElement part : signed) {
            if (isTimestamp(part.original(), security)) {
                SecurityTimestamp.check(part.content(), now, skew, skew);
            }
        }
        return read(envelope, signer, signed);
    }

    private void checkRequired(SoapEnvelope envelope, Element security, List<SignedElement> signed)
            throws SignatureRefusedException {
        List<Finding> missing = new ArrayList<>();
        if (!covers(signed, envelope.body())) {
            missing.add(Finding.error("WSS-8", "Body", "is not signed"));
        }
        if (required.contains(SignedPart.TIMESTAMP)
                && signed.stream().noneMatch(part -> isTimestamp(part.original(), security))) {
            missing.add(Finding.error("WSS-10", "Header/Security/Timestamp", "is missing or not signed"));
        }
        for (Element header : envelope.headers()) {
            boolean addressing = Wss.WSA.equals(header.getNamespaceURI());
            SignedPart part = addressing ? SignedPart.ADDRESSING : SignedPart.OTHER_HEADERS;
            if (!header.isSameNode(security) && required.contains(part) && !covers(signed, header)) {
                missing.add(Finding.error("WSS-8", "Header/" + (addressing ? "Addressing" : "*"), "is not signed"));
            }
        }
        if (required.contains(SignedPart.TOKEN)) {
            for (Element token : Elements.children(security, Wss.WSSE, "BinarySecurityToken")) {
                if (!covers(signed, token)) {
                    missing.add(Finding.error("WSS-8", "Header/Security/BinarySecurityToken", "is not signed"));
                }
            }
        }
        if (!missing.isEmpty()) {
            throw new SignatureRefusedException(missing);
        }
    }

    private static VerifiedSoap read(SoapEnvelope envelope, X509Certificate signer, List<SignedElement> signed) {
        Element body = envelope.body();
        List<Element> headers = new ArrayList<>();
        for (SignedElement part : signed) {
            if (part.original().isSameNode(envelope.body())) {
                body = part.content();
            } else if (part.original().getParentNode().isSameNode(envelope.header())) {
                headers.add(part.content());
            }
        }
        return new VerifiedSoap(signer, body, headers);
    }

    private static boolean covers(List<SignedElement> signed, Element element) {
        return signed.stream().anyMatch(part -> part.original().isSameNode(element));
    }

    private static boolean isTimestamp(Element element, Element security) {
        return security.isSameNode(element.getParentNode()) && Elements.is(element, Wss.WSU, "Timestamp");
    }

    private static Element only(List<Element> elements, String namespace, String local, String path)
            throws SignatureRefusedException {
        List<Element> found = elements.stream()
                .filter(element -> Elements.is(element, namespace, local))
                .toList();
        if (found.size() != 1) {
            throw SignatureRefusedException.because("WSS-6", path, "must hold exactly one " + local);
        }
        return found.get(0);
    }
}
