package dk.borgerbro.examples.login;

import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.eid.HttpAnswer;
import dk.borgerbro.eid.Identity;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.Professional;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The site's pages, in Danish as its users would see them. */
final class Pages {
    private static final Map<String, String> HEADERS = Map.of(
            "Content-Type", "text/html; charset=utf-8",
            "Cache-Control", "no-store",
            "Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; form-action *");

    HttpAnswer start(Optional<LoggedIn> who) {
        return page(
                200,
                "Selvbetjening (demo)",
                who.isPresent()
                        ? "<p>Du er logget ind. <a href=\"/me\">Se hvem du er</a></p>"
                        : "<p><a class=\"button\" href=\"/login\">Log ind med NemLog-in</a></p>"
                                + "<p>Du kommer til en simulator på din egen maskine, ikke til det rigtige NemLog-in.</p>");
    }

    HttpAnswer whoAmI(LoggedIn who) {
        Identity identity = who.identity();
        String rows = Html.row("Navn", identity.fullName().orElse("(ikke oplyst)"))
                + Html.row("Type", identity instanceof Professional ? "Erhvervsbruger" : "Privatperson")
                + Html.row("Sikringsniveau", identity.assuranceLevel().name())
                + (identity instanceof Professional professional
                        ? Html.row("Organisation", professional.organisationName())
                                + Html.row("CVR", professional.cvr().value())
                        : "")
                + Html.row("Rettigheder", privileges(identity));
        return page(
                200,
                "Hvem er jeg?",
                "<table>" + rows + "</table>"
                        + "<p><a class=\"button\" href=\"/step-up\">Løft til niveau Høj</a> "
                        + "<a class=\"button\" href=\"/logout\">Log ud</a></p>");
    }

    private static String privileges(Identity identity) {
        try {
            long count = identity.privileges().groups().size();
            return count == 0 ? "ingen" : count + " grupper";
        } catch (InvalidMessageException e) {
            return "kan ikke læses";
        }
    }

    HttpAnswer notLoggedIn(LoginResult result) {
        String text = result instanceof LoginResult.Cancelled
                ? "Du afbrød dit login."
                : result instanceof LoginResult.AssuranceNotAvailable
                        ? "Dit login kan ikke nå det niveau, som siden kræver."
                        : "Du blev ikke logget ind.";
        return page(403, "Ikke logget ind", "<p>" + text + "</p><p><a href=\"/\">Til forsiden</a></p>");
    }

    HttpAnswer rejected(String code) {
        return page(
                400,
                "Login mislykkedes",
                "<p>Svaret fra NemLog-in kunne ikke godkendes. Prøv igen, eller oplys koden til supporten: <code>"
                        + Html.escaped(code) + "</code></p><p><a href=\"/\">Til forsiden</a></p>");
    }

    HttpAnswer loggedOut() {
        return page(200, "Logget ud", "<p>Du er logget ud.</p><p><a href=\"/\">Til forsiden</a></p>");
    }

    HttpAnswer metadata(byte[] xml) {
        return HttpAnswer.of(
                200, Map.of("Content-Type", "application/samlmetadata+xml"), new String(xml, StandardCharsets.UTF_8));
    }

    private static HttpAnswer page(int status, String title, String content) {
        return HttpAnswer.of(status, HEADERS, """
                <!DOCTYPE html>
                <html lang="da">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s</title>
                <style>
                :root { color-scheme: light dark; }
                body { font: 1.1rem/1.6 system-ui, sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; }
                th { text-align: left; padding-right: 2rem; }
                .button { display: inline-block; padding: .5rem 1rem; border: 2px solid; border-radius: .4rem; text-decoration: none; }
                </style>
                </head>
                <body><main><h1>%s</h1>%s</main></body>
                </html>
                """.formatted(title, title, content));
    }
}
