package dk.borgerbro.core.internal.token;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.error.Responsibility;
import dk.borgerbro.core.error.ServiceFault;
import dk.borgerbro.core.support.Answer;
import dk.borgerbro.core.token.AccessToken;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;

/** Reads the answers of a token endpoint: RFC 6749 sections 5.1 and 5.2. */
final class TokenAnswer {
    /** For an answer without {@code expires_in}, which the RFC only recommends: short, so that little can go stale. */
    private static final Duration ASSUMED_LIFE = Duration.ofMinutes(5);

    private static final ObjectMapper JSON = new ObjectMapper();

    private TokenAnswer() {}

    static AccessToken read(Answer answer, String defaultScheme, Clock clock) throws IOException {
        JsonNode root = tree(answer);
        String token = word(root, "access_token", "");
        String scheme = word(root, "token_type", defaultScheme);
        Duration life = life(root.path("expires_in"));
        return new AccessToken(scheme, Secret.of(token), clock.instant().plus(life));
    }

    /** A refused token request is a matter of set-up, unless the service says that it has trouble itself. */
    static ServiceFault fault(Answer answer) throws IOException {
        JsonNode root = tree(answer);
        ServiceFault.Builder fault = ServiceFault.builder(answer.status())
                .code(root.path("error").asText(""))
                .text(root.path("error_description").asText(""));
        return answer.status() == 429 || answer.status() >= 500
                ? fault.build()
                : fault.responsibility(Responsibility.SETUP).build();
    }

    /** Parsing faults are retold without their text, which quotes the token. */
    static JsonNode tree(Answer answer) throws IOException {
        try {
            return JSON.readTree(answer.body().readAllBytes());
        } catch (com.fasterxml.jackson.core.JacksonException e) {
            throw new IOException("the token answer is no JSON");
        }
    }

    /** Both words go into a header field: visible ASCII and nothing else. */
    private static String word(JsonNode root, String name, String ifAbsent) throws IOException {
        JsonNode node = root.path(name);
        String text = node.isMissingNode() ? ifAbsent : node.isTextual() ? node.textValue() : "";
        if (text.isEmpty() || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IOException("the token answer has no " + name + " of visible ASCII characters");
        }
        return text;
    }

    private static Duration life(JsonNode seconds) throws IOException {
        if (seconds.isMissingNode() || seconds.isNull()) {
            return ASSUMED_LIFE;
        }
        long value = seconds.asLong(-1);
        if (value <= 0) {
            throw new IOException("the token answer has an expires_in that is no positive number");
        }
        return Duration.ofSeconds(value);
    }
}
