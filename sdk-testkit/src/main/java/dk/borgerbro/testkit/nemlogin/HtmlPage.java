package dk.borgerbro.testkit.nemlogin;

import dk.borgerbro.testkit.simulator.SimulatedAnswer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The frame of all pages: says first of all that this is no real NemLog-in. Works without scripts. */
final class HtmlPage {
    private static final String STYLE =
            "body{font:1.1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:0 auto;padding:1rem;"
                    + "color:#111;background:#fff}"
                    + ".simulator{background:#ffd500;border:4px solid #111;padding:.5rem 1rem;font-weight:bold}"
                    + "label,legend{display:block;margin-top:.8rem;font-weight:600}fieldset label{font-weight:400;margin:.2rem 0}"
                    + "select,input[type=text]{font:inherit;width:100%;padding:.4rem;box-sizing:border-box}"
                    + "button{font:inherit;padding:.5rem 1.2rem;margin:1rem .5rem 0 0;border:2px solid #111;background:#fff;cursor:pointer}"
                    + "button.main{background:#0b4f8a;color:#fff}:focus-visible{outline:4px solid #d65a00;outline-offset:2px}"
                    + "fieldset{margin:1rem 0}[lang=en]{color:#444;font-weight:400}"
                    + ":is(h1,button,label,legend)>[lang=en]::before{content:'/ '}";

    private HtmlPage() {}

    static SimulatedAnswer of(int status, String title, String body) {
        String html = "<!DOCTYPE html><html lang=\"da\"><head><meta charset=\"utf-8\"><title>" + title
                + " - SIMULATOR</title><meta name=\"viewport\" content=\"width=device-width\"><style>" + STYLE
                + "</style></head><body><p class=\"simulator\" role=\"note\">SIMULATOR: dette er ikke NemLog-in. "
                + "Kun opdigtede personer. <span lang=\"en\">This is not NemLog-in. Invented persons only. "
                + "Not for production.</span></p><main>" + body + "</main></body></html>";
        return SimulatedAnswer.of(status, "text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8))
                .withHeader("Cache-Control", "no-store");
    }

    /** {@return a page that takes a message on; by itself where scripts run, by its button elsewhere} */
    static SimulatedAnswer autoPost(String address, Map<String, String> fields) {
        StringBuilder form =
                new StringBuilder("<h1>Videre til tjenesten <span lang=\"en\">On to the service</span></h1>");
        form.append("<form method=\"post\" action=\"")
                .append(XmlText.escape(address))
                .append("\">");
        fields.forEach((name, value) -> {
            if (!value.isEmpty()) {
                hidden(form, name, value);
            }
        });
        form.append("<button class=\"main\" id=\"continue\">Fortsæt <span lang=\"en\" style=\"color:inherit\">Continue"
                + "</span></button></form><script>document.forms[0].submit()</script>");
        return of(200, "Videre", form.toString());
    }

    static void hidden(StringBuilder form, String name, String value) {
        form.append("<input type=\"hidden\" name=\"").append(name).append("\" value=\"");
        form.append(XmlText.escape(value)).append("\">");
    }

    static SimulatedAnswer technicalError(String what) {
        return of(
                400,
                "Teknisk fejl",
                "<h1>Teknisk fejl <span lang=\"en\">Technical error</span></h1><p id=\"problem\" lang=\"en\">"
                        + XmlText.escape(what) + "</p>");
    }

    static SimulatedAnswer loggedOut(boolean partial) {
        return of(
                200,
                "Logget ud",
                partial
                        ? "<h1 id=\"logout\">Logget delvist ud <span lang=\"en\">Partly logged out</span></h1>"
                                + "<p>Luk browseren. <span lang=\"en\">Close the browser.</span></p>"
                        : "<h1 id=\"logout\">Du er logget ud <span lang=\"en\">You are logged out</span></h1>");
    }
}
