package dk.borgerbro.examples.login.adapter;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.HttpAnswer;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.saml.LoginRejectedException;
import dk.borgerbro.eid.saml.LoginRequest;
import dk.borgerbro.eid.saml.LogoutRejectedException;
import dk.borgerbro.eid.saml.SamlServiceProvider;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.Objects;

/**
 * Login for any jakarta servlet container, mapped to {@code /saml/*}. The session cookie must be {@code SameSite=None; Secure}, or the
 * answer arrives without it. No filter may read the body before.
 */
public final class LoginServlet extends HttpServlet {
    private final transient SamlServiceProvider login;

    /** Creates the servlet; register it with {@code ServletContext.addServlet}. */
    public LoginServlet(SamlServiceProvider login) {
        this.login = login;
    }

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        BrowserSession browser = BrowserSession.of(request.getSession().getId());
        HttpAnswer answer = switch (Objects.requireNonNullElse(request.getPathInfo(), "")) {
            case "/login" ->
                login.startLogin(LoginRequest.builder(browser).returnTo("/").build())
                        .answer();
            case "/acs" -> complete(request, browser);
            case "/logout" -> logout(request, browser);
            case "/slo" -> single(request, browser);
            default -> HttpAnswer.of(404, Map.of(), "");
        };
        answer.headers().forEach(response::setHeader);
        response.setStatus(answer.status());
        response.getOutputStream().write(answer.body());
    }

    private HttpAnswer complete(HttpServletRequest request, BrowserSession browser) throws IOException {
        try {
            LoginResult result =
                    login.completeLogin(incoming(request), browser, () -> BrowserSession.of(request.changeSessionId()));
            if (result instanceof LoggedIn ok) {
                request.getSession().setAttribute("identity", ok.identity());
                return HttpAnswer.redirect(URI.create(ok.returnTo()));
            }
            return HttpAnswer.redirect(URI.create("/login-failed"));
        } catch (LoginRejectedException e) {
            log("login refused: " + e.code());
            return HttpAnswer.redirect(URI.create("/login-failed"));
        }
    }

    /** Not {@code invalidate()}: the identity provider's answer is bound to the session's id. */
    private HttpAnswer logout(HttpServletRequest request, BrowserSession browser) {
        request.getSession().removeAttribute("identity");
        return login.startLogout(browser);
    }

    private HttpAnswer single(HttpServletRequest request, BrowserSession browser) throws IOException {
        try {
            return login.handleLogout(incoming(request), browser).answer();
        } catch (LogoutRejectedException e) {
            return e.answer();
        }
    }

    private static IncomingRequest incoming(HttpServletRequest request) throws IOException {
        return IncomingRequest.of(
                request.getMethod(),
                Objects.requireNonNullElse(request.getContentType(), ""),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                request.getInputStream());
    }
}
