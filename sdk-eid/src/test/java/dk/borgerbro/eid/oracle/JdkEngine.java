package dk.borgerbro.eid.oracle;

import static dk.borgerbro.eid.oracle.JdkTree.SAML;
import static dk.borgerbro.eid.oracle.JdkTree.SAMLP;

import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.EnvelopedSignature;
import dk.borgerbro.eid.internal.saml.LogoutRequestMessage;
import dk.borgerbro.eid.internal.saml.LogoutResponseMessage;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.saml.ResponseMessage;
import dk.borgerbro.eid.internal.saml.SamlEngine;
import dk.borgerbro.eid.internal.saml.SealedAssertion;
import dk.borgerbro.eid.internal.saml.SignedAssertion;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/** The second engine. Slow, and plain enough to be believed. */
public final class JdkEngine implements SamlEngine {
    @Override
    public ResponseMessage readResponse(byte[] xml) throws Refusal {
        Element message = message(xml, "Response");
        List<SealedAssertion> sealed = JdkTree.elements(message, SAML, "EncryptedAssertion").stream()
                .map(one -> (SealedAssertion) (keys, authenticatedOnly) -> open(one, keys, authenticatedOnly))
                .toList();
        return new ResponseMessage(
                message.getAttribute("ID"),
                JdkReader.time(message, "IssueInstant").orElseThrow(),
                JdkReader.name(message, "Issuer"),
                JdkReader.text(message, "Destination").map(String::strip),
                JdkReader.text(message, "InResponseTo"),
                JdkReader.status(message),
                JdkTree.elements(message, SAML, "Assertion").size(),
                sealed,
                signature(message));
    }

    @Override
    public LogoutRequestMessage readLogoutRequest(byte[] xml) throws Refusal {
        Element message = message(xml, "LogoutRequest");
        return new LogoutRequestMessage(
                message.getAttribute("ID"),
                JdkReader.time(message, "IssueInstant").orElseThrow(),
                JdkReader.name(message, "Issuer"),
                JdkReader.text(message, "Destination").map(String::strip),
                JdkReader.time(message, "NotOnOrAfter"),
                JdkReader.name(message, "NameID"),
                JdkTree.elements(message, SAMLP, "SessionIndex").stream()
                        .map(Element::getTextContent)
                        .toList(),
                signature(message));
    }

    @Override
    public LogoutResponseMessage readLogoutResponse(byte[] xml) throws Refusal {
        Element message = message(xml, "LogoutResponse");
        return new LogoutResponseMessage(
                message.getAttribute("ID"),
                JdkReader.time(message, "IssueInstant").orElseThrow(),
                JdkReader.name(message, "Issuer"),
                JdkReader.text(message, "Destination").map(String::strip),
                JdkReader.text(message, "InResponseTo"),
                JdkReader.status(message),
                signature(message));
    }

    private static Element message(byte[] xml, String name) throws Refusal {
        Element root = JdkTree.parse(xml, EngineCheck.XML);
        structure(root, SAMLP, name, EngineCheck.STRUCTURE);
        return root;
    }

    private static void structure(Element root, String namespace, String name, EngineCheck check) throws Refusal {
        boolean right = namespace.equals(root.getNamespaceURI())
                && name.equals(root.getLocalName())
                && root.getAttribute("Version").equals("2.0")
                && SamlXsd.accepts(root);
        if (!right) {
            throw new Refusal(check, "/", "schema");
        }
    }

    private static Optional<EnvelopedSignature> signature(Element message) {
        return JdkTree.elements(message, JdkTree.DS, "Signature").isEmpty()
                ? Optional.empty()
                : Optional.of(trusted -> JdkSignature.verify(message, trusted));
    }

    private static SignedAssertion open(Element encrypted, List<PrivateKey> keys, boolean authenticatedOnly)
            throws Refusal {
        JdkDecryption decryption = new JdkDecryption(encrypted);
        try {
            decryption.check();
            if (authenticatedOnly && !decryption.isGcm()) {
                throw new GeneralSecurityException("CBC");
            }
            for (PrivateKey key : keys) {
                for (byte[] plain : decryption.open(key)) {
                    Optional<SignedAssertion> opened = opened(plain, decryption.isGcm());
                    if (opened.isPresent()) {
                        return opened.get();
                    }
                }
            }
        } catch (GeneralSecurityException e) {
            throw closed();
        }
        throw closed();
    }

    private static Optional<SignedAssertion> opened(byte[] plain, boolean gcm) throws Refusal {
        try {
            Element root = JdkTree.parse(plain, EngineCheck.ASSERTION_STRUCTURE);
            if (root.getElementsByTagNameNS(JdkTree.XENC, "*").getLength() > 0
                    || root.getElementsByTagNameNS(JdkTree.XENC11, "*").getLength() > 0) {
                throw new Refusal(EngineCheck.ASSERTION_STRUCTURE, "/", "encryption inside");
            }
            structure(root, SAML, "Assertion", EngineCheck.ASSERTION_STRUCTURE);
            return Optional.of(trusted -> {
                try {
                    JdkSignature.verify(root, trusted);
                } catch (Refusal e) {
                    throw gcm ? e : closed();
                }
                return JdkReader.assertion(root);
            });
        } catch (Refusal e) {
            if (gcm) {
                throw e;
            }
            return Optional.empty();
        }
    }

    private static Refusal closed() {
        return new Refusal(EngineCheck.DECRYPTION, "/", "closed");
    }
}
