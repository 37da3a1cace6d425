package dk.borgerbro.core.support.signature;

import java.security.NoSuchProviderException;
import javax.xml.crypto.dsig.XMLSignatureFactory;

/** The JDK's own implementation, whatever else is registered. */
final class SignatureFactory {
    static final String PROVIDER_PROPERTY = "org.jcp.xml.dsig.internal.dom.SignatureProvider";

    private SignatureFactory() {}

    static XMLSignatureFactory create() {
        try {
            return XMLSignatureFactory.getInstance("DOM", "XMLDSig");
        } catch (NoSuchProviderException e) {
            throw new IllegalStateException("this Java has no module java.xml.crypto", e);
        }
    }
}
