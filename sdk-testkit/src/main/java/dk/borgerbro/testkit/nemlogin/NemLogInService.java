package dk.borgerbro.testkit.nemlogin;

import dk.borgerbro.testkit.simulator.SimulatedAnswer;
import dk.borgerbro.testkit.simulator.SimulatedRequest;
import java.io.IOException;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The pages and endpoints behind the server. Thread-safe. */
final class NemLogInService {
    private static final String COOKIE = "nemlogin-simulator";

    private final IdentityProvider provider;
    private final Supplier<URI> endpoint;
    private final Supplier<byte[]> metadata;
    private final Map<String, LoginRequest> waiting = new ConcurrentHashMap<>();

    NemLogInService(IdentityProvider provider, Supplier<URI> endpoint, Supplier<byte[]> metadata) {
        this.provider = provider;
        this.endpoint = endpoint;
        this.metadata = metadata;
    }

    void reset() {
        waiting.clear();
    }

    SimulatedAnswer handle(SimulatedRequest request) throws IOException {
        try {
            return route(request);
        } catch (TechnicalError e) {
            return HtmlPage.technicalError(String.valueOf(e.getMessage()));
        }
    }

    private SimulatedAnswer route(SimulatedRequest request) throws IOException {
        String saml = "/" + provider.profile().path();
        String login = saml + "login";
        String call = request.method() + " " + request.path();
        if (call.equals("GET " + saml)) {
            return saml(provider.redirect(request.rawQuery(), endpoint.get()), request);
        }
        if (call.equals("POST " + saml)) {
            return posted(FormBody.of(request), request);
        }
        if (call.equals("POST " + login)) {
            return picked(FormBody.of(request), request);
        }
        if (call.equals("GET /metadata")) {
            return SimulatedAnswer.of(200, "application/samlmetadata+xml", metadata.get());
        }
        if (call.equals("GET /")) {
            return home(request);
        }
        if (call.equals("POST /logout")) {
            return session(request)
                    .map(session -> step(provider.logouts().begin(List.of(session), null)))
                    .orElseGet(() -> HtmlPage.loggedOut(false));
        }
        return HtmlPage.of(404, "Findes ikke", "<h1>Findes ikke <span lang=\"en\">Not found</span></h1>");
    }

    private SimulatedAnswer posted(Map<String, String> form, SimulatedRequest request) {
        String message = form.getOrDefault("SAMLRequest", form.getOrDefault("SAMLResponse", ""));
        Incoming incoming = provider.post(message, form.getOrDefault("RelayState", ""), endpoint.get());
        if (incoming.kind().equals("AuthnRequest")) {
            throw new TechnicalError("AuthnRequest comes by HTTP-Redirect only");
        }
        return saml(incoming, request);
    }

    private SimulatedAnswer saml(Incoming incoming, SimulatedRequest request) {
        return switch (incoming.kind()) {
            case "AuthnRequest" -> authnRequest(provider.authnRequest(incoming), request);
            case "LogoutRequest" -> step(provider.logouts().requested(incoming));
            case "LogoutResponse" -> step(provider.logouts().answered(incoming));
            default ->
                throw new TechnicalError("the message is neither AuthnRequest, LogoutRequest nor LogoutResponse");
        };
    }

    private SimulatedAnswer authnRequest(LoginRequest login, SimulatedRequest request) {
        Optional<IdpSession> session = session(request).filter(old -> !login.forceAuthn() && login.isMetBy(old.user()));
        if (session.isPresent()) {
            return send(provider.answers().success(login, session.get(), request.signWrongly()));
        }
        if (login.passive()) {
            return send(provider.answers().failure(login, "", "Responder", "NoPassive"));
        }
        String handle = provider.newId();
        waiting.put(handle, login);
        return LoginPage.of(handle, login);
    }

    private SimulatedAnswer picked(Map<String, String> form, SimulatedRequest request) {
        LoginRequest login = waiting.get(form.getOrDefault("handle", ""));
        if (login == null) {
            throw new TechnicalError("the login page is no longer in force; start again at the service");
        }
        String action = form.getOrDefault("action", "login");
        SimulatedUser user = action.equals("login") ? LoginPage.picked(form) : SimulatedUser.nobody();
        waiting.remove(form.getOrDefault("handle", ""));
        return switch (action) {
            case "login" -> loggedIn(login, user, request);
            case "cancel" -> send(provider.answers().failure(login, "", "Responder", "AuthnFailed"));
            case "denied" -> send(provider.answers().failure(login, "", "Responder", "RequestDenied"));
            default -> send(provider.answers().failure(login, "scripted by hand", "Responder"));
        };
    }

    private SimulatedAnswer loggedIn(LoginRequest login, SimulatedUser user, SimulatedRequest request) {
        IdpSession session = provider.start(user);
        // Step-up and a fresh login replace the session, but its services must still be logged out with it.
        session(request).ifPresent(old -> {
            if (isSame(old.user(), user)) {
                session.byEntityId().putAll(old.byEntityId());
            }
            provider.sessions().end(old);
        });
        SimulatedAnswer answer = send(provider.answers().success(login, session, request.signWrongly()));
        return answer.withHeader("Set-Cookie", COOKIE + "=" + session.id() + "; Path=/; HttpOnly; SameSite=Lax");
    }

    private static boolean isSame(SimulatedUser one, SimulatedUser other) {
        return one.nameId("").equals(other.nameId(""));
    }

    private SimulatedAnswer home(SimulatedRequest request) {
        String who = session(request)
                .map(
                        session -> "<p id=\"user\">"
                                + XmlText.escape(session.user().person().fullName()) + ", "
                                + session.user().level().danish() + "; tjenester / services: "
                                + session.byEntityId().size()
                                + "</p><form method=\"post\" action=\"logout\"><button class=\"main\">"
                                + "Log ud alle steder <span lang=\"en\" style=\"color:inherit\">Log out everywhere</span></button></form>")
                .orElse("<p id=\"user\">Ingen er logget ind. <span lang=\"en\">Nobody is logged in.</span></p>");
        return HtmlPage.of(200, "NemLog-in", "<h1>NemLog-in</h1>" + who + "<p><a href=\"metadata\">Metadata</a></p>");
    }

    private Optional<IdpSession> session(SimulatedRequest request) {
        for (String pair : request.header("Cookie").orElse("").split(";", -1)) {
            String cookie = pair.strip();
            if (cookie.startsWith(COOKIE + "=")) {
                return provider.session(cookie.substring(COOKIE.length() + 1));
            }
        }
        return Optional.empty();
    }

    private static SimulatedAnswer send(IssuedResponse response) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("SAMLResponse", response.formValue());
        fields.put("RelayState", response.relayState());
        return HtmlPage.autoPost(response.assertionConsumerService().toString(), fields);
    }

    private static SimulatedAnswer step(Logouts.Step step) {
        if (step.message().isEmpty()) {
            return HtmlPage.loggedOut(step.partial());
        }
        IssuedMessage message = step.message().get();
        if (message.binding() == LogoutBinding.REDIRECT) {
            return SimulatedAnswer.empty(303)
                    .withHeader("Location", message.redirect().toString())
                    .withHeader("Cache-Control", "no-store");
        }
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(message.message().parameter(), message.message().formValue());
        fields.put("RelayState", message.message().relayState());
        return HtmlPage.autoPost(message.location().toString(), fields);
    }
}
