package dk.borgerbro.core.loopback;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it arrived.
 *
 * @param line method, target and version
 * @param headers names in lower case
 * @param text content after removing chunks
 * @param isWhole whether the body came to its end
 * @param client subject of the client's certificate, empty if it showed none
 */
public record ReceivedRequest(
        String line, Map<String, List<String>> headers, String text, boolean isWhole, String client) {
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }
}
