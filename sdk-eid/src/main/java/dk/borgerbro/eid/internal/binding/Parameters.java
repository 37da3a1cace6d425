package dk.borgerbro.eid.internal.binding;

import dk.borgerbro.eid.internal.encoding.Base64Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of the SAML bindings in a query or a form, as they were sent: still encoded, in their order. Each stands there at most once,
 * under its literal name; all others are passed over.
 */
final class Parameters {
    static final String RELAY_STATE = "RelayState";
    static final String ALGORITHM = "SigAlg";
    static final String SIGNATURE = "Signature";
    static final String ENCODING = "SAMLEncoding";

    /** SAML allows 80 bytes and NemLog-in 512 characters. */
    private static final int LONGEST_RELAY_STATE = 1024;

    private static final Set<String> KNOWN = Set.of(
            MessageParameter.REQUEST.wire(),
            MessageParameter.RESPONSE.wire(),
            RELAY_STATE,
            ALGORITHM,
            SIGNATURE,
            ENCODING);
    private static final int LONGEST_NAME = 3 * "SAMLResponse".length();

    private final Map<String, String> raw;

    private Parameters(Map<String, String> raw) {
        this.raw = raw;
    }

    static Parameters of(String encoded) throws TransportFault {
        Map<String, String> raw = new LinkedHashMap<>();
        int from = 0;
        while (from < encoded.length()) {
            int next = encoded.indexOf('&', from);
            int end = next < 0 ? encoded.length() : next;
            int nameEnd = nameEnd(encoded, from, end);
            String name = nameEnd - from > LONGEST_NAME ? "" : knownName(encoded.substring(from, nameEnd));
            if (!name.isEmpty() && raw.put(name, encoded.substring(Math.min(nameEnd + 1, end), end)) != null) {
                throw new TransportFault(name, "stands there more than once; whoever sent this had no good in mind");
            }
            from = end + 1;
        }
        return new Parameters(raw);
    }

    /** Looks no further than the pair, or many pairs without a value would take the square of their number. */
    private static int nameEnd(String encoded, int from, int end) {
        int at = from;
        while (at < end && encoded.charAt(at) != '=') {
            at++;
        }
        return at;
    }

    /** A name that is written with escapes would be found by some readers and not by others. */
    private static String knownName(String written) throws TransportFault {
        if (KNOWN.contains(written)) {
            return written;
        }
        if (written.indexOf('%') >= 0) {
            String name = new String(FormCoding.decodeLeniently(written), StandardCharsets.ISO_8859_1);
            if (KNOWN.contains(name)) {
                throw new TransportFault(name, "has a name that is written with escapes");
            }
        }
        return "";
    }

    /** {@return the names, in the order in which they came} */
    List<String> names() {
        return List.copyOf(raw.keySet());
    }

    /** {@return a value as it was sent} */
    Optional<String> raw(String name) {
        return Optional.ofNullable(raw.get(name));
    }

    /** {@return a decoded value that consists of ASCII characters} */
    Optional<String> ascii(String name) throws TransportFault {
        String value = raw.get(name);
        return value == null
                ? Optional.empty()
                : Optional.of(new String(FormCoding.decode(name, value), StandardCharsets.ISO_8859_1));
    }

    /** {@return the bytes of a value in base64} */
    Optional<byte[]> base64(String name) throws TransportFault {
        String value = raw.get(name);
        return value == null ? Optional.empty() : Optional.of(base64(name, FormCoding.decode(name, value)));
    }

    private static byte[] base64(String name, byte[] text) throws TransportFault {
        byte[] decoded = Base64Text.decodeLines(text)
                .orElseThrow(() -> new TransportFault(name, "is not base64 with padding; was it cut?"));
        if (decoded.length == 0) {
            throw new TransportFault(name, "is empty");
        }
        return decoded;
    }

    /** {@return what came along, absent if it is too long or no text} */
    Optional<String> relayState() throws TransportFault {
        String value = raw.get(RELAY_STATE);
        if (value == null || value.length() > 3 * LONGEST_RELAY_STATE) {
            return Optional.empty();
        }
        byte[] decoded = FormCoding.decode(RELAY_STATE, value);
        if (decoded.length > LONGEST_RELAY_STATE) {
            return Optional.empty();
        }
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(decoded))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** {@return the one parameter that carries a message, among those that are taken here} */
    MessageParameter message(Set<MessageParameter> accepted) throws TransportFault {
        boolean request = raw.containsKey(MessageParameter.REQUEST.wire());
        boolean response = raw.containsKey(MessageParameter.RESPONSE.wire());
        if (request && response) {
            throw new TransportFault(MessageParameter.REQUEST.wire(), "stands beside a SAMLResponse");
        }
        MessageParameter found = request ? MessageParameter.REQUEST : MessageParameter.RESPONSE;
        if ((!request && !response) || !accepted.contains(found)) {
            String names = String.join(
                    " or ",
                    accepted.stream().sorted().map(MessageParameter::wire).toList());
            throw new TransportFault(names, "is missing; was this address opened by hand?");
        }
        return found;
    }
}
