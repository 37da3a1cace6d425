package dk.borgerbro.eid.internal.opensaml;

import dk.borgerbro.eid.internal.opensaml.AssertionOpener.Opened;
import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.EnvelopedSignature;
import dk.borgerbro.eid.internal.saml.LogoutRequestMessage;
import dk.borgerbro.eid.internal.saml.LogoutResponseMessage;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.saml.ResponseMessage;
import dk.borgerbro.eid.internal.saml.SamlEngine;
import dk.borgerbro.eid.internal.saml.SealedAssertion;
import dk.borgerbro.eid.internal.structure.Namespaces;
import dk.borgerbro.eid.internal.structure.SamlStructure;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** The engine that the service provider runs on. Immutable and thread-safe. */
public final class OpenSamlEngine implements SamlEngine {
    private static final Set<String> BANNED = Set.of(MessageParser.XINCLUDE);

    private final MessageParser parser = new MessageParser();
    private final SignatureVerifier verifier;
    private final AssertionOpener opener;

    private OpenSamlEngine(@Nullable Provider provider) {
        Crypto crypto = new Crypto(provider);
        this.verifier = new SignatureVerifier(crypto);
        this.opener = new AssertionOpener(crypto, new SecureRandom(), parser);
    }

    /** {@return an engine on the providers of this JVM} */
    public static OpenSamlEngine create() {
        return new OpenSamlEngine(null);
    }

    /** {@return an engine that asks this provider first, for decryption and for signatures; it need not be registered} */
    public static OpenSamlEngine on(Provider provider) {
        return new OpenSamlEngine(provider);
    }

    @Override
    public ResponseMessage readResponse(byte[] xml) throws Refusal {
        Element message = message(xml, "Response");
        List<SealedAssertion> sealed = new ArrayList<>(1);
        for (Element encrypted : Dom.children(message, Namespaces.ASSERTION, "EncryptedAssertion")) {
            sealed.add((keys, authenticatedOnly) -> {
                Opened opened = opener.open(encrypted, keys, authenticatedOnly);
                return trusted -> verify(opened, trusted);
            });
        }
        return MessageReader.response(message, List.copyOf(sealed), signature(message));
    }

    @Override
    public LogoutRequestMessage readLogoutRequest(byte[] xml) throws Refusal {
        Element message = message(xml, "LogoutRequest");
        return MessageReader.logoutRequest(message, signature(message));
    }

    @Override
    public LogoutResponseMessage readLogoutResponse(byte[] xml) throws Refusal {
        Element message = message(xml, "LogoutResponse");
        return MessageReader.logoutResponse(message, signature(message));
    }

    private Element message(byte[] xml, String name) throws Refusal {
        Element root = parser.parse(xml, EngineCheck.XML, BANNED);
        SamlStructure.check(root, Namespaces.PROTOCOL, name, EngineCheck.STRUCTURE);
        return root;
    }

    private AssertionContent verify(Opened opened, List<PublicKey> trusted) throws Refusal {
        try {
            verifier.verify(opened.root(), trusted);
        } catch (Refusal e) {
            throw opened.authenticated() ? e : AssertionOpener.refuse(e.getMessage());
        }
        return AssertionReader.read(opened.root());
    }

    private @Nullable EnvelopedSignature signature(Element message) {
        return SignatureVerifier.signatureOf(message) == null ? null : trusted -> verifier.verify(message, trusted);
    }
}
