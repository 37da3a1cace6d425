package dk.borgerbro.eid.internal.binding;

import dk.borgerbro.core.support.signature.SignatureAlgorithm;
import dk.borgerbro.eid.IncomingRequest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sends and reads messages of the redirect binding with DEFLATE encoding (SAML bindings 3.4): compressed in the query, with a signature over
 * the query itself. Immutable and thread-safe.
 */
public final class RedirectBinding {
    private static final String DEFLATE = "urn:oasis:names:tc:SAML:2.0:bindings:URL-Encoding:DEFLATE";
    /** What may be signed stands in this order; a reader that takes another order can be shown what nobody signed. */
    private static final List<String> ORDER = List.of(
            MessageParameter.REQUEST.wire(),
            MessageParameter.RESPONSE.wire(),
            Parameters.RELAY_STATE,
            Parameters.ALGORITHM,
            Parameters.SIGNATURE);

    private final @Nullable Provider provider;

    private RedirectBinding(@Nullable Provider provider) {
        this.provider = provider;
    }

    /** {@return the binding with the JDK's signatures} */
    public static RedirectBinding standard() {
        return new RedirectBinding(null);
    }

    /** {@return the binding with the signatures of a provider, which need not be registered} */
    public static RedirectBinding with(Provider provider) {
        return new RedirectBinding(provider);
    }

    /** {@return the address that carries a signed message}, as {@link #encode(URI, MessageParameter, byte[], String, PrivateKey)} */
    public URI encode(URI endpoint, MessageParameter parameter, byte[] xml, PrivateKey key) {
        return encode(endpoint, parameter, xml, "", key);
    }

    /**
     * {@return the address that carries a signed message}
     *
     * @param endpoint the receiver's, which may have a query of its own
     * @param relayState what the receiver is to send back, empty for nothing
     * @throws IllegalStateException if the key cannot sign
     */
    public URI encode(URI endpoint, MessageParameter parameter, byte[] xml, String relayState, PrivateKey key) {
        SignatureAlgorithm algorithm = SigningAlgorithm.of(key);
        StringBuilder query = new StringBuilder(parameter.wire())
                .append('=')
                .append(FormCoding.encode(Base64.getEncoder().encodeToString(Deflate.compress(xml))));
        if (!relayState.isEmpty()) {
            query.append("&RelayState=").append(FormCoding.encode(relayState));
        }
        query.append("&SigAlg=").append(FormCoding.encode(algorithm.uri()));
        byte[] octets = query.toString().getBytes(StandardCharsets.US_ASCII);
        byte[] signature = new QuerySignature(algorithm, provider).sign(key, octets);
        query.append("&Signature=").append(FormCoding.encode(Base64.getEncoder().encodeToString(signature)));
        return URI.create(endpoint + (endpoint.getRawQuery() == null ? "?" : "&") + query);
    }

    /**
     * {@return the message in a query, not yet to be believed}
     *
     * @param accepted in which parameters it may come
     * @throws TransportFault if there is not one message, or its parameters are repeated, out of order, too large or wrongly encoded
     */
    public RedirectMessage read(IncomingRequest request, Set<MessageParameter> accepted) throws TransportFault {
        if (!request.method().equals("GET")) {
            throw new TransportFault("method", "must be GET");
        }
        if (request.rawQuery().length() > FormReader.LARGEST) {
            throw new TransportFault("query", "is larger than " + FormReader.LARGEST + " bytes");
        }
        Parameters parameters = Parameters.of(request.rawQuery());
        MessageParameter parameter = parameters.message(accepted);
        Optional<String> encoding = parameters.ascii(Parameters.ENCODING);
        if (encoding.isPresent() && !encoding.get().equals(DEFLATE)) {
            throw new TransportFault(Parameters.ENCODING, "must be absent or " + DEFLATE);
        }
        List<String> signed =
                parameters.names().stream().filter(ORDER::contains).toList();
        if (!signed.equals(ORDER.stream().filter(signed::contains).toList())) {
            throw new TransportFault("query", "must hold message, RelayState, SigAlg and Signature in this order");
        }
        byte[] compressed = parameters.base64(parameter.wire()).orElseThrow();
        byte[] xml = Deflate.expand(parameter.wire(), compressed, FormReader.LARGEST);
        return new RedirectMessage(
                new BoundMessage(parameter, xml, parameters.relayState()),
                octets(parameters, signed),
                parameters.ascii(Parameters.ALGORITHM),
                parameters.base64(Parameters.SIGNATURE),
                provider);
    }

    /** As received, escape by escape: the sender may have chosen others than we would. */
    private static byte[] octets(Parameters parameters, List<String> signed) {
        StringBuilder octets = new StringBuilder();
        for (String name : signed) {
            if (!name.equals(Parameters.SIGNATURE)) {
                octets.append(octets.isEmpty() ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(parameters.raw(name).orElseThrow());
            }
        }
        return octets.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
