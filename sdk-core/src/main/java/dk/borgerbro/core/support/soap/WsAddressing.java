package dk.borgerbro.core.support.soap;

import org.jspecify.annotations.Nullable;

/**
 * WS-Addressing 1.0 headers of a request.
 *
 * @param action what is asked for
 * @param to the service, to the last slash as it knows itself
 * @param messageId fresh for each message, such as {@code urn:uuid:…}
 * @param replyTo where the answer goes; null leaves the header out
 */
public record WsAddressing(
        String action,
        String to,
        String messageId,
        @Nullable String replyTo) {
    /** Answers come back on the same connection. */
    public static final String ANONYMOUS = "http://www.w3.org/2005/08/addressing/anonymous";
}
