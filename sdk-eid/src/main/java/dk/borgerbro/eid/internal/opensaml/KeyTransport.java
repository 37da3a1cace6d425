package dk.borgerbro.eid.internal.opensaml;

import dk.borgerbro.eid.internal.structure.Base64Binary;
import dk.borgerbro.eid.internal.structure.Namespaces;
import dk.borgerbro.eid.internal.structure.Texts;
import java.security.spec.MGF1ParameterSpec;
import java.util.Map;
import java.util.Optional;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** RSA-OAEP in both of its XML forms (XML Encryption 1.1, 5.5.2), with the digests of [OIO-ALG-01]. Any other is refused. */
final class KeyTransport {
    private static final String OAEP_MGF1P = Namespaces.ENCRYPTION + "rsa-oaep-mgf1p";
    private static final String OAEP = Namespaces.ENCRYPTION_11 + "rsa-oaep";
    private static final Map<String, String> DIGESTS = Map.of(
            Namespaces.SIGNATURE + "sha1", "SHA-1",
            Namespaces.ENCRYPTION + "sha256", "SHA-256",
            Namespaces.ENCRYPTION + "sha512", "SHA-512");
    private static final Map<String, MGF1ParameterSpec> MASKS = Map.of(
            Namespaces.ENCRYPTION_11 + "mgf1sha1", MGF1ParameterSpec.SHA1,
            Namespaces.ENCRYPTION_11 + "mgf1sha256", MGF1ParameterSpec.SHA256,
            Namespaces.ENCRYPTION_11 + "mgf1sha512", MGF1ParameterSpec.SHA512);

    private KeyTransport() {}

    /** {@return the parameters that an {@code EncryptionMethod} names; empty if it names any that is not allowed} */
    static Optional<OAEPParameterSpec> parameters(Element method) {
        String algorithm = Texts.token(method.getAttribute("Algorithm"));
        Element digest = Dom.child(method, Namespaces.SIGNATURE, "DigestMethod");
        Element mask = Dom.child(method, Namespaces.ENCRYPTION_11, "MGF");
        String digestName = digest == null ? "SHA-1" : DIGESTS.get(uri(digest));
        MGF1ParameterSpec maskName = mask == null ? MGF1ParameterSpec.SHA1 : MASKS.get(uri(mask));
        boolean known = algorithm.equals(OAEP) || algorithm.equals(OAEP_MGF1P);
        if (!known
                || digestName == null
                || maskName == null
                || Dom.count(method, Namespaces.SIGNATURE, "DigestMethod") > 1
                || Dom.count(method, Namespaces.ENCRYPTION_11, "MGF") > 1) {
            return Optional.empty();
        }
        // The older form has its mask in its name.
        if (algorithm.equals(OAEP_MGF1P) && !maskName.equals(MGF1ParameterSpec.SHA1)) {
            return Optional.empty();
        }
        return Optional.of(new OAEPParameterSpec(
                digestName, "MGF1", maskName, label(Dom.child(method, Namespaces.ENCRYPTION, "OAEPparams"))));
    }

    private static String uri(Element element) {
        return Texts.token(element.getAttribute("Algorithm"));
    }

    private static PSource label(@Nullable Element parameters) {
        return parameters == null
                ? PSource.PSpecified.DEFAULT
                : new PSource.PSpecified(Base64Binary.decode(Texts.of(parameters)));
    }
}
