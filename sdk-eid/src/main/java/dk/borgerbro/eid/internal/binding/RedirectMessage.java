package dk.borgerbro.eid.internal.binding;

import dk.borgerbro.core.support.signature.SignatureAlgorithm;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import java.security.Provider;
import java.security.PublicKey;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A message that came in a query, with the signature over the query. Prints nothing of it. */
public final class RedirectMessage {
    private final BoundMessage message;
    private final byte[] octets;
    private final Optional<String> algorithm;
    private final Optional<byte[]> signature;
    private final @Nullable Provider provider;

    RedirectMessage(
            BoundMessage message,
            byte[] octets,
            Optional<String> algorithm,
            Optional<byte[]> signature,
            @Nullable Provider provider) {
        this.message = message;
        this.octets = octets;
        this.algorithm = algorithm;
        this.signature = signature;
        this.provider = provider;
    }

    /** {@return what the query carries} */
    public BoundMessage message() {
        return message;
    }

    /**
     * Verifies the signature; to return is to have verified one.
     *
     * @param trusted the identity provider's keys, of which any may have signed
     * @throws Refusal if there is none, or with another algorithm than those of the profile, or by none of the keys
     */
    public void verify(List<PublicKey> trusted) throws Refusal {
        if (algorithm.isEmpty() || signature.isEmpty()) {
            throw new Refusal(
                    EngineCheck.SIGNATURE_MISSING,
                    Parameters.SIGNATURE,
                    "is missing, or SigAlg is; the identity provider must sign logout messages");
        }
        QuerySignature check = new QuerySignature(allowed(algorithm.get()), provider);
        byte[] value = signature.get();
        if (trusted.stream().noneMatch(key -> check.verify(key, octets, value))) {
            throw new Refusal(
                    EngineCheck.SIGNATURE_KEY,
                    Parameters.SIGNATURE,
                    "was not made over this query with a key of the identity provider; is its metadata up to date?");
        }
    }

    private static SignatureAlgorithm allowed(String uri) throws Refusal {
        return SignatureAlgorithm.of(uri)
                .filter(known -> known != SignatureAlgorithm.RSA_SHA1)
                .orElseThrow(() -> new Refusal(
                        EngineCheck.SIGNATURE_ALGORITHM,
                        Parameters.ALGORITHM,
                        "is not an allowed algorithm; SHA-1 is none"));
    }

    @Override
    public String toString() {
        return message.toString();
    }
}
