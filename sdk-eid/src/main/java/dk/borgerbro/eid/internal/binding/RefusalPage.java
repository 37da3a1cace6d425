package dk.borgerbro.eid.internal.binding;

import dk.borgerbro.eid.HttpAnswer;

/** What a browser gets that brought a message which is not to be believed. Says nothing of the message. */
public final class RefusalPage {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="da">
            <head><meta charset="utf-8"><title>Log ud</title></head>
            <body>
            <p>Du blev ikke logget ud. Prøv igen, eller luk browseren.</p>
            <p lang="en">You were not logged out. Try again, or close the browser.</p>
            </body>
            </html>
            """;

    private RefusalPage() {}

    /** {@return a neutral page} */
    public static HttpAnswer ofLogout() {
        return HttpAnswer.of(400, FormPage.headers("default-src 'none'; base-uri 'none'; form-action 'none'"), PAGE);
    }
}
