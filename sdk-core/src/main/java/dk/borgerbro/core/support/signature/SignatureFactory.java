package dk.borgerbro.core.support.signature;

import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.List;
import java.util.Map;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import org.jspecify.annotations.Nullable;

/** The JDK's own implementation, whatever else is registered, with the one transform that WS-Security adds. */
final class SignatureFactory {
    static final String PROVIDER_PROPERTY = "org.jcp.xml.dsig.internal.dom.SignatureProvider";

    private SignatureFactory() {}

    static XMLSignatureFactory create() {
        return XMLSignatureFactory.getInstance("DOM", jdk());
    }

    /** The same with the transform that replaces a reference by the token it points to. */
    static XMLSignatureFactory withTokenTransform() {
        return XMLSignatureFactory.getInstance("DOM", new WithTokenTransform(jdk()));
    }

    static TransformService exclusiveCanonicalization() throws NoSuchAlgorithmException {
        return TransformService.getInstance(CanonicalizationMethod.EXCLUSIVE, "DOM", jdk());
    }

    private static Provider jdk() {
        Provider jdk = Security.getProvider("XMLDSig");
        if (jdk == null) {
            throw new IllegalStateException("this Java has no module java.xml.crypto");
        }
        return jdk;
    }

    /**
     * A provider for one call, never registered: the factory asks the provider that it came from for transforms which nobody else knows.
     */
    private static final class WithTokenTransform extends Provider {
        private static final long serialVersionUID = 1L;

        WithTokenTransform(Provider jdk) {
            super("BorgerbroXmlSignature", "1", "the JDK's XML signature with the STR-Transform of WS-Security");
            putService(new OfTheJdk(this, jdk.getService("XMLSignatureFactory", "DOM")));
            putService(new OfTheJdk(this, jdk.getService("KeyInfoFactory", "DOM")));
            putService(new OfTokens(this));
        }
    }

    private static final class OfTheJdk extends Provider.Service {
        private final Provider.Service service;

        OfTheJdk(Provider provider, Provider.Service service) {
            super(provider, service.getType(), service.getAlgorithm(), service.getClassName(), List.of(), Map.of());
            this.service = service;
        }

        @Override
        public Object newInstance(@Nullable Object parameter) throws NoSuchAlgorithmException {
            return service.newInstance(parameter);
        }
    }

    private static final class OfTokens extends Provider.Service {
        OfTokens(Provider provider) {
            super(
                    provider,
                    "TransformService",
                    TokenTransform.URI,
                    TokenTransform.class.getName(),
                    List.of(),
                    Map.of("MechanismType", "DOM"));
        }

        @Override
        public Object newInstance(@Nullable Object parameter) {
            return new TokenTransform();
        }
    }
}
