package dk.borgerbro.testkit.nemlogin;

import dk.borgerbro.testkit.simulator.SimulatedRequest;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads a posted form. */
final class FormBody {
    private static final int MOST_BYTES = 4 << 20;

    private FormBody() {}

    static Map<String, String> of(SimulatedRequest request) throws IOException {
        String type = request.header("Content-Type").orElse("");
        if (!type.startsWith("application/x-www-form-urlencoded")) {
            throw new TechnicalError("the POST is not a form");
        }
        byte[] body = request.body().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw new TechnicalError("the form is larger than 4 MiB");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : new String(body, StandardCharsets.UTF_8).split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            if (fields.put(decode(name), decode(value)) != null) {
                throw new TechnicalError("the form has a field more than once");
            }
        }
        return fields;
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new TechnicalError("the form is not url-encoded");
        }
    }
}
