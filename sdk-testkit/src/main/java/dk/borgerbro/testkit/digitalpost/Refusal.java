package dk.borgerbro.testkit.digitalpost;

import dk.borgerbro.testkit.simulator.SimulatedAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ends a call with an {@code ErrorMessage}. Its own message is the code only; what goes over the wire may quote the request. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;
    private final String code;
    private final transient String explanation;
    private final transient List<FieldError> fields;

    Refusal(int status, String code, String explanation) {
        this(status, code, explanation, List.of());
    }

    Refusal(int status, String code, String explanation, List<FieldError> fields) {
        super(code, null, false, false);
        this.status = status;
        this.code = code;
        this.explanation = explanation;
        this.fields = fields;
    }

    SimulatedAnswer answer() {
        return errorMessage(status, code, explanation, fields);
    }

    static SimulatedAnswer errorMessage(int status, String code, String explanation, List<FieldError> fields) {
        Map<String, Object> message = new LinkedHashMap<>();
        message.put("code", code);
        message.put("message", explanation);
        message.put("fieldErrors", fields.stream().map(FieldError::json).toList());
        return SimulatedAnswer.json(status, message);
    }

    /**
     * What is wrong with one field. The service quotes the value, and so does the simulator: a client has to cope.
     *
     * @param field path of element names
     * @param code of the rule
     * @param message in words
     * @param rejectedValue as sent, or empty
     */
    record FieldError(String field, String code, String message, String rejectedValue) {
        Map<String, Object> json() {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("resource", "memo");
            json.put("field", field);
            json.put("code", code);
            json.put("message", message);
            json.put("rejectedValue", rejectedValue);
            return json;
        }

        @Override
        public String toString() {
            return code + " at " + field;
        }
    }
}
