package dk.borgerbro.examples.login;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.HttpAnswer;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.LogoutResult;
import dk.borgerbro.eid.saml.LoginRejectedException;
import dk.borgerbro.eid.saml.LoginRequest;
import dk.borgerbro.eid.saml.LogoutRejectedException;
import dk.borgerbro.eid.saml.SamlServiceProvider;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The routes of the site: what a vendor writes to have login, step-up and single logout. */
final class LoginSite {
    private static final Logger LOG = LoggerFactory.getLogger(LoginSite.class);

    private final SamlServiceProvider login;
    private final WebSessions sessions = new WebSessions();
    private final Pages pages = new Pages();

    LoginSite(SamlServiceProvider login) {
        this.login = login;
    }

    void routes(HttpServer server) {
        Route.add(server, "/", this::start);
        Route.add(server, "/login", this::startLogin);
        Route.add(server, "/step-up", this::stepUp);
        Route.add(server, "/saml/acs", this::completeLogin);
        Route.add(server, "/me", this::whoAmI);
        Route.add(server, "/logout", exchange -> login.startLogout(loggedOut(exchange)));
        Route.add(server, "/saml/logout", this::handleLogout);
        Route.add(server, "/saml/metadata", exchange -> pages.metadata(login.metadata()));
    }

    private HttpAnswer start(HttpExchange exchange) {
        return pages.start(current(exchange));
    }

    // tag::start-login
    private HttpAnswer startLogin(HttpExchange exchange) {
        BrowserSession browser = sessions.of(exchange);
        return login.startLogin(LoginRequest.builder(browser).returnTo("/me").build())
                .answer();
    }
    // end::start-login

    private HttpAnswer stepUp(HttpExchange exchange) {
        return login.startLogin(LoginRequest.builder(sessions.of(exchange))
                        .level(AssuranceLevel.HIGH)
                        .stepUp()
                        .returnTo("/me")
                        .build())
                .answer();
    }

    // tag::complete-login
    private HttpAnswer completeLogin(HttpExchange exchange) {
        BrowserSession browser = sessions.of(exchange);
        try {
            LoginResult result = login.completeLogin(request(exchange), browser, () -> sessions.rotate(exchange));
            if (result instanceof LoggedIn ok) {
                sessions.remember(ok.browser(), ok);
                return HttpAnswer.redirect(URI.create(ok.returnTo()));
            }
            return pages.notLoggedIn(result);
        } catch (LoginRejectedException e) {
            LOG.warn("{}", e.getMessage());
            return pages.rejected(e.code().name());
        }
    }
    // end::complete-login

    private HttpAnswer whoAmI(HttpExchange exchange) {
        Optional<LoggedIn> who = current(exchange);
        return who.isPresent() ? pages.whoAmI(who.get()) : HttpAnswer.redirect(URI.create("/login"));
    }

    private HttpAnswer handleLogout(HttpExchange exchange) {
        try {
            LogoutResult result = login.handleLogout(request(exchange), sessions.of(exchange));
            if (result instanceof LogoutResult.EndedByProvider ended) {
                sessions.forget(ended.sessions());
            }
            return result.answer();
        } catch (LogoutRejectedException e) {
            LOG.warn("{}", e.getMessage());
            return e.answer();
        }
    }

    /** A session may have been ended at another node or by the identity provider: the index knows, the cookie does not. */
    private Optional<LoggedIn> current(HttpExchange exchange) {
        BrowserSession browser = sessions.of(exchange);
        return login.session(browser).isPresent() ? sessions.login(browser) : Optional.empty();
    }

    private BrowserSession loggedOut(HttpExchange exchange) {
        BrowserSession browser = sessions.of(exchange);
        sessions.forget(List.of(browser));
        return browser;
    }

    // tag::request
    private static IncomingRequest request(HttpExchange exchange) {
        String type = exchange.getRequestHeaders().getFirst("Content-Type");
        String query = exchange.getRequestURI().getRawQuery();
        return IncomingRequest.of(
                exchange.getRequestMethod(),
                type == null ? "" : type,
                query == null ? "" : query,
                exchange.getRequestBody());
    }
    // end::request
}
