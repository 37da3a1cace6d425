package dk.borgerbro.eid.internal.login;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.saml.AnswerCheck;
import dk.borgerbro.eid.saml.LoginRequest;
import dk.borgerbro.eid.saml.SamlServiceProvider;
import java.io.ByteArrayInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** A login of which only the answer is real, in stores of its own. */
public final class Rehearsal {
    private static final BrowserSession AFTERWARDS = BrowserSession.of("rehearsal-afterwards");

    private final ProviderSettings settings;

    private Rehearsal(ProviderSettings settings) {
        this.settings = settings;
    }

    /** {@return a rehearsal with a provider's settings} */
    public static Rehearsal of(ProviderSettings settings) {
        return new Rehearsal(settings.unwatched());
    }

    /** {@return how the login ends} */
    public AnswerCheck answer(LoginRequest expected, String requestId, String formValue) {
        new PendingLogins(settings.stores().pending(), settings.scope())
                .keep(
                        expected.browser(),
                        new PendingLogin(
                                requestId,
                                "",
                                settings.client().clock().instant().truncatedTo(ChronoUnit.MILLIS),
                                settings.required(expected),
                                expected.kind(),
                                expected.forceAuthn(),
                                settings.defaultPage(),
                                Optional.empty()));
        byte[] form = ("SAMLResponse=" + URLEncoder.encode(formValue, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.US_ASCII);
        SamlServiceProvider provider = StandardServiceProvider.of(settings);
        LoginResult result = provider.completeLogin(
                IncomingRequest.post("application/x-www-form-urlencoded", new ByteArrayInputStream(form)),
                expected.browser(),
                () -> AFTERWARDS);
        return new AnswerCheck(result, provider.session(AFTERWARDS));
    }
}
