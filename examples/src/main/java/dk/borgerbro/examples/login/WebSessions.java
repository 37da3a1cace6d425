package dk.borgerbro.examples.login;

import com.sun.net.httpserver.HttpExchange;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.LoggedIn;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What a servlet container would do: a session cookie for each browser, and what the site remembers of the person behind it. */
final class WebSessions {
    private static final String COOKIE = "demo-session";

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Remembered> sessions = new ConcurrentHashMap<>();

    /** What is remembered of one browser; nobody is logged in at first. */
    private record Remembered(@Nullable LoggedIn login) {}

    /** {@return the browser's session, begun now if it has none} */
    BrowserSession of(HttpExchange exchange) {
        return known(exchange).orElseGet(() -> begin(exchange, null));
    }

    /** {@return who is logged in with this browser} */
    Optional<LoggedIn> login(BrowserSession browser) {
        return Optional.ofNullable(sessions.get(browser.id())).map(Remembered::login);
    }

    /** Gives the session a new id; what the old one knew stays with it. */
    BrowserSession rotate(HttpExchange exchange) {
        Remembered old =
                known(exchange).map(browser -> sessions.remove(browser.id())).orElse(null);
        return begin(exchange, old == null ? null : old.login());
    }

    /** Remembers who logged in. */
    void remember(BrowserSession browser, LoggedIn login) {
        sessions.put(browser.id(), new Remembered(login));
    }

    /** Forgets who was logged in. The session keeps its id: the identity provider's answer to the logout is bound to it. */
    void forget(List<BrowserSession> ended) {
        ended.forEach(browser -> sessions.replace(browser.id(), new Remembered(null)));
    }

    private Optional<BrowserSession> known(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(line -> List.of(line.split("; *")).stream())
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .map(cookie -> cookie.substring(COOKIE.length() + 1))
                .filter(sessions::containsKey)
                .findFirst()
                .map(BrowserSession::of);
    }

    /** SameSite=None: the identity provider's page posts the answer here, and without the cookie nobody knows whose answer it is. */
    private BrowserSession begin(HttpExchange exchange, @Nullable LoggedIn login) {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        sessions.put(id, new Remembered(login));
        exchange.getResponseHeaders()
                .set("Set-Cookie", COOKIE + "=" + id + "; Path=/; HttpOnly; Secure; SameSite=None");
        return BrowserSession.of(id);
    }
}
