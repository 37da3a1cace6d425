package dk.borgerbro.testkit.simulator;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer of a simulated service. Immutable. */
public final class SimulatedAnswer {
    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    private SimulatedAnswer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /** {@return an answer without a body} */
    public static SimulatedAnswer empty(int status) {
        return new SimulatedAnswer(status, Map.of(), new byte[0]);
    }

    /**
     * {@return a JSON answer}
     *
     * @param content maps, lists, texts, numbers and truth values; absent values are left out of a map rather than null
     */
    public static SimulatedAnswer json(int status, Object content) {
        return of(status, "application/json", JsonText.write(content).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * {@return an answer with a body}
     *
     * @param status HTTP status
     * @param contentType media type
     * @param body copied
     */
    public static SimulatedAnswer of(int status, String contentType, byte[] body) {
        return new SimulatedAnswer(status, Map.of("Content-Type", contentType), body.clone());
    }

    /** {@return the same answer with one more header} */
    public SimulatedAnswer withHeader(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new SimulatedAnswer(status, more, body);
    }

    SimulatedAnswer withBody(byte[] other) {
        return new SimulatedAnswer(status, headers, other);
    }

    /** {@return the HTTP status} */
    public int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }

    @Override
    public String toString() {
        return "SimulatedAnswer(" + status + ", " + body.length + " bytes)";
    }
}
