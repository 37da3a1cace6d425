package dk.borgerbro.eid.internal.binding;

import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.support.signature.SignatureProfile;
import dk.borgerbro.core.support.signature.XmlSigner;
import dk.borgerbro.core.support.xml.Elements;
import dk.borgerbro.core.support.xml.SafeXml;
import dk.borgerbro.core.support.xml.XmlLimits;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import javax.xml.crypto.dsig.XMLSignature;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signs a message of ours inside itself, for the bindings that have no place for a signature (SAML core 5.4). Immutable and thread-safe. */
public final class EnvelopedSigner {
    private final @Nullable Provider provider;

    private EnvelopedSigner(@Nullable Provider provider) {
        this.provider = provider;
    }

    /** {@return a signer with the JDK's cryptography} */
    public static EnvelopedSigner standard() {
        return new EnvelopedSigner(null);
    }

    /** {@return a signer with the cryptography of a provider, which need not be registered} */
    public static EnvelopedSigner with(Provider provider) {
        return new EnvelopedSigner(provider);
    }

    /**
     * {@return the message with its signature, without XML declaration}
     *
     * @param xml a protocol message that begins with its issuer, after which the schema wants the signature
     * @throws IllegalArgumentException if the key is too weak or of a kind that cannot sign
     */
    public byte[] sign(byte[] xml, OrganisationKey key) {
        try {
            Document document = SafeXml.document(xml, XmlLimits.TREE);
            Element message = document.getDocumentElement();
            Attr id = message.getAttributeNode("ID");
            Element issuer = Elements.children(message).get(0);
            signer(key.privateKey())
                    .signEnveloped(id, issuer.getNextSibling(), List.of(keyInfo(document, key.certificate())));
            return SafeXml.bytes(document);
        } catch (IOException e) {
            throw new UncheckedIOException("a message of ours cannot be read", e);
        }
    }

    private XmlSigner signer(PrivateKey key) {
        XmlSigner signer = XmlSigner.of(SignatureProfile.strict(), SigningAlgorithm.of(key), key);
        return provider == null ? signer : signer.withProvider(provider);
    }

    /** A hint which of our keys it was; nobody should trust it for standing there. */
    private static Element keyInfo(Document document, X509Certificate certificate) {
        Element data = document.createElementNS(XMLSignature.XMLNS, "ds:X509Data");
        Element value = document.createElementNS(XMLSignature.XMLNS, "ds:X509Certificate");
        try {
            value.setTextContent(Base64.getEncoder().encodeToString(certificate.getEncoded()));
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("the certificate of the key cannot be written", e);
        }
        data.appendChild(value);
        return data;
    }
}
