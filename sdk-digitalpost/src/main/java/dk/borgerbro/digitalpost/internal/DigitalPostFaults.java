package dk.borgerbro.digitalpost.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.ServiceFault;
import dk.borgerbro.core.support.Answer;
import dk.borgerbro.core.support.FaultReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads refusals: an ErrorMessage with 400 to 422, a Receipt with 503. */
final class DigitalPostFaults implements FaultReader {
    private static final int MOST_FINDINGS = 50;
    private static final int LONGEST_PATH = 200;
    private static final Pattern FOREIGN = Pattern.compile("[^A-Za-z0-9._\\[\\]/:-]");
    private static final Pattern PERSON_LIKE = Pattern.compile("\\d{6}[?-]?\\d{4}");

    @Override
    public ServiceFault read(Answer answer) throws IOException {
        JsonNode json = Json.object(answer.body());
        boolean receipt = json.has("receiptStatus") || json.has("errorCode");
        return ServiceFault.builder(answer.status())
                .code(Json.text(json, receipt ? "errorCode" : "code"))
                .text(Json.text(json, receipt ? "errorMessage" : "message"))
                .requestId(Json.text(json, "transmissionId"))
                .findings(fieldErrors(json.path("fieldErrors")))
                .build();
    }

    /** Field and code of each; message and rejected value may repeat what was sent and are left out. */
    private static List<Finding> fieldErrors(JsonNode errors) {
        List<Finding> findings = new ArrayList<>();
        for (JsonNode error : errors) {
            if (findings.size() == MOST_FINDINGS) {
                break;
            }
            String code = name(Json.text(error, "code"));
            findings.add(Finding.error(
                    code.isEmpty() ? "FIELD" : code,
                    name(Json.text(error, "field")),
                    "was refused by the service; see its text in the fault"));
        }
        return findings;
    }

    private static String name(String text) {
        String bounded = text.length() > LONGEST_PATH ? text.substring(0, LONGEST_PATH) : text;
        return PERSON_LIKE.matcher(FOREIGN.matcher(bounded).replaceAll("?")).replaceAll("(hidden)");
    }
}
