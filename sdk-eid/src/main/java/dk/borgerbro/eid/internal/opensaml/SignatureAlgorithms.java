package dk.borgerbro.eid.internal.opensaml;

import dk.borgerbro.eid.internal.structure.Namespaces;
import java.security.PublicKey;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which algorithms and keys a signature may be made with (1.5 of the profile's decisions, [OIO-ALG-01]). */
final class SignatureAlgorithms {
    static final Set<String> CANONICALIZATIONS =
            Set.of(Namespaces.EXCLUSIVE_C14N, Namespaces.EXCLUSIVE_C14N + "WithComments");

    private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";
    private static final String PSS = "http://www.w3.org/2007/05/xmldsig-more#";
    private static final int LEAST_RSA_BITS = 2048;
    private static final int LEAST_EC_BITS = 256;

    private static final Set<String> DIGESTS =
            Set.of(Namespaces.ENCRYPTION + "sha256", MORE + "sha384", Namespaces.ENCRYPTION + "sha512");
    private static final Map<String, SignatureAlgorithm> SIGNATURES = signatures();

    private SignatureAlgorithms() {}

    /**
     * A way to sign.
     *
     * @param keyType what {@link PublicKey#getAlgorithm} says of its keys
     * @param jcaName what a provider calls it; null if providers do not agree on that, so that the JDK's must do
     */
    record SignatureAlgorithm(String keyType, @Nullable String jcaName) {
        /** {@return whether a key is of its kind and long enough} */
        boolean accepts(PublicKey key) {
            if (!key.getAlgorithm().equals(keyType)) {
                return false;
            }
            if (key instanceof RSAKey rsa) {
                return rsa.getModulus().bitLength() >= LEAST_RSA_BITS;
            }
            return key instanceof ECKey ec
                    && ec.getParams().getCurve().getField().getFieldSize() >= LEAST_EC_BITS;
        }
    }

    /** {@return the algorithm, null if it is not allowed} */
    static @Nullable SignatureAlgorithm signature(String uri) {
        return SIGNATURES.get(uri);
    }

    static boolean isDigest(String uri) {
        return DIGESTS.contains(uri);
    }

    /** {@return all identifiers of signatures and digests} */
    static Set<String> all() {
        Set<String> all = new HashSet<>(SIGNATURES.keySet());
        all.addAll(DIGESTS);
        return Set.copyOf(all);
    }

    private static Map<String, SignatureAlgorithm> signatures() {
        Map<String, SignatureAlgorithm> all = new HashMap<>();
        for (String size : new String[] {"256", "384", "512"}) {
            all.put(MORE + "rsa-sha" + size, new SignatureAlgorithm("RSA", "SHA" + size + "withRSA"));
            all.put(MORE + "ecdsa-sha" + size, new SignatureAlgorithm("EC", "SHA" + size + "withECDSA"));
            all.put(PSS + "sha" + size + "-rsa-MGF1", new SignatureAlgorithm("RSA", null));
        }
        return Map.copyOf(all);
    }
}
