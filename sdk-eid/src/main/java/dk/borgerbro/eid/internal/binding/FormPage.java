package dk.borgerbro.eid.internal.binding;

import dk.borgerbro.eid.HttpAnswer;
import java.net.URI;
import java.util.Base64;
import java.util.Map;

/**
 * Sends a message by the POST binding (SAML bindings 3.5): a page whose form submits itself, with a button for browsers without script. Of
 * scripts the page lets this one run and no other.
 */
public final class FormPage {
    private static final String SCRIPT = "document.forms[0].submit()";
    /** SHA-256 of the script. */
    private static final String SCRIPT_HASH = "ePniVEkSivX/c7XWBGafqh8tSpiRrKiqYeqbG7N1TOE=";

    @SuppressWarnings("InlineFormatString") // a page reads better apart from what fills it
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="da">
            <head><meta charset="utf-8"><title>Log ud</title></head>
            <body>
            <form method="post" action="%s">
            <input type="hidden" name="%s" value="%s">%s
            <button>Fortsæt / Continue</button>
            </form>
            <script>%s</script>
            </body>
            </html>
            """;

    private FormPage() {}

    /**
     * {@return a page that takes a signed message to its receiver}
     *
     * @param endpoint the receiver's
     * @param relayState what the receiver gave along with its request, empty for nothing
     */
    public static HttpAnswer of(URI endpoint, MessageParameter parameter, byte[] xml, String relayState) {
        String state = relayState.isEmpty()
                ? ""
                : "\n<input type=\"hidden\" name=\"" + Parameters.RELAY_STATE + "\" value=\"" + escape(relayState)
                        + "\">";
        String page = PAGE.formatted(
                escape(endpoint.toString()),
                parameter.wire(),
                Base64.getEncoder().encodeToString(xml),
                state,
                SCRIPT);
        return HttpAnswer.of(200, headers(policy(endpoint)), page);
    }

    /** {@return headers of a page that nobody keeps, and in which nothing runs or loads but what the policy lets} */
    static Map<String, String> headers(String policy) {
        return Map.of(
                "Content-Type", "text/html; charset=utf-8",
                "Cache-Control", "no-store",
                "Content-Security-Policy", policy,
                "X-Content-Type-Options", "nosniff",
                "Referrer-Policy", "no-referrer");
    }

    /**
     * The form may go to any host by the endpoint's scheme: browsers hold the receiver's redirects against the policy too, and a logout is
     * passed on from service to service. Framing is left open, since identity providers may do that in frames.
     */
    private static String policy(URI endpoint) {
        String schemes = "http".equalsIgnoreCase(endpoint.getScheme()) ? "https: http:" : "https:";
        return "default-src 'none'; base-uri 'none'; script-src 'sha256-" + SCRIPT_HASH + "'; form-action " + schemes;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
