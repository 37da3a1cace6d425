package dk.borgerbro.testkit.nemlogin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * A message of the HTTP-Redirect binding as it came, with the signature over its raw octets.
 *
 * @param raw parameters by name, not decoded
 */
record SignedQuery(Map<String, String> raw) {
    private static final int MOST_BYTES = 1 << 20;
    private static final List<String> ORDER =
            List.of("SAMLRequest", "SAMLResponse", "RelayState", "SigAlg", "Signature");
    private static final Set<String> ALLOWED = Set.of(
            SamlAlgorithms.RSA_SHA256,
            SamlAlgorithms.RSA_SHA384,
            SamlAlgorithms.RSA_SHA512,
            SamlAlgorithms.PSS_SHA256,
            SamlAlgorithms.PSS_SHA384,
            SamlAlgorithms.PSS_SHA512,
            SamlAlgorithms.ECDSA_SHA256,
            SamlAlgorithms.ECDSA_SHA384,
            SamlAlgorithms.ECDSA_SHA512);

    static SignedQuery of(String query) {
        Map<String, String> raw = new LinkedHashMap<>();
        int place = -1;
        for (String pair : query.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            int here = ORDER.indexOf(name);
            if (here < 0) {
                throw new TechnicalError("the query has a parameter that the Redirect binding does not know");
            }
            if (raw.put(name, equals < 0 ? "" : pair.substring(equals + 1)) != null) {
                throw new TechnicalError("the query has " + name + " more than once");
            }
            if (here < place) {
                throw new TechnicalError("the query's parameters are not in the order of the Redirect binding: "
                        + "SAMLRequest, RelayState, SigAlg, Signature");
            }
            place = here;
        }
        if (raw.containsKey("SAMLRequest") == raw.containsKey("SAMLResponse")) {
            throw new TechnicalError("the query needs either SAMLRequest or SAMLResponse");
        }
        return new SignedQuery(raw);
    }

    String relayState() {
        return decoded("RelayState");
    }

    /** {@return the message, deflated no more; nothing about it is to be believed yet} */
    byte[] message() {
        String name = raw.containsKey("SAMLRequest") ? "SAMLRequest" : "SAMLResponse";
        byte[] deflated;
        try {
            deflated = Base64.getDecoder().decode(decoded(name));
        } catch (IllegalArgumentException e) {
            throw new TechnicalError(name + " is not base64");
        }
        Inflater inflater = new Inflater(true);
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated), inflater)) {
            byte[] message = in.readNBytes(MOST_BYTES + 1);
            if (message.length > MOST_BYTES) {
                throw new TechnicalError(name + " is larger than 1 MiB");
            }
            return message;
        } catch (IOException e) {
            throw new TechnicalError(name + " is not deflated");
        } finally {
            inflater.end();
        }
    }

    void verify(List<X509Certificate> signing) {
        if (!raw.containsKey("Signature")) {
            throw new TechnicalError("the message is not signed: the query has no Signature");
        }
        String algorithm = decoded("SigAlg");
        if (!ALLOWED.contains(algorithm)) {
            throw new TechnicalError(
                    "the signature algorithm " + algorithm + " is not allowed; use " + SamlAlgorithms.RSA_SHA256);
        }
        StringBuilder octets = new StringBuilder();
        for (String name : ORDER) {
            String value = name.equals("Signature") ? null : raw.get(name);
            if (value != null) {
                octets.append(octets.length() == 0 ? "" : "&")
                        .append(name)
                        .append('=')
                        .append(value);
            }
        }
        byte[] signed = octets.toString().getBytes(StandardCharsets.UTF_8);
        byte[] value;
        try {
            value = Base64.getDecoder().decode(decoded("Signature"));
        } catch (IllegalArgumentException e) {
            throw new TechnicalError("Signature is not base64");
        }
        boolean good = signing.stream()
                .anyMatch(certificate -> JcaSignature.verifies(algorithm, certificate.getPublicKey(), signed, value));
        if (!good) {
            throw new TechnicalError(
                    "the signature is wrong: no signing certificate in the service provider's metadata "
                            + "verifies it over the query as it came");
        }
    }

    private String decoded(String name) {
        try {
            return URLDecoder.decode(raw.getOrDefault(name, ""), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new TechnicalError(name + " is not url-encoded");
        }
    }
}
