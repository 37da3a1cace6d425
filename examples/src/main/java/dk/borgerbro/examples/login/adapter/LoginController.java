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
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Objects;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Login for Spring MVC. Leave {@code /saml/acs} and {@code /saml/slo} out of the CSRF filter (the answer is bound to the browser by its
 * own check, R06) and out of anything that reads form parameters first, such as {@code FormContentFilter}.
 */
@Controller
@RequestMapping("/saml")
public final class LoginController {
    private final SamlServiceProvider login;

    /** Creates the controller over a provider that is a bean of its own. */
    public LoginController(SamlServiceProvider login) {
        this.login = login;
    }

    @GetMapping("/login")
    ResponseEntity<byte[]> start(HttpServletRequest request) {
        return entity(login.startLogin(
                        LoginRequest.builder(browser(request)).returnTo("/").build())
                .answer());
    }

    @PostMapping("/acs")
    ResponseEntity<byte[]> complete(HttpServletRequest request) throws IOException {
        LoginResult result = login.completeLogin(
                incoming(request), browser(request), () -> BrowserSession.of(request.changeSessionId()));
        if (result instanceof LoggedIn ok) {
            request.getSession().setAttribute("identity", ok.identity());
            return entity(HttpAnswer.redirect(URI.create(ok.returnTo())));
        }
        return entity(HttpAnswer.redirect(URI.create("/login-failed")));
    }

    @PostMapping("/logout")
    ResponseEntity<byte[]> logout(HttpServletRequest request) {
        request.getSession().removeAttribute("identity"); // not invalidate(): the answer is bound to the session's id
        return entity(login.startLogout(browser(request)));
    }

    @RequestMapping("/slo")
    ResponseEntity<byte[]> single(HttpServletRequest request) throws IOException {
        return entity(login.handleLogout(incoming(request), browser(request)).answer());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(LoginRejectedException e) {
        return entity(HttpAnswer.redirect(URI.create("/login-failed?code=" + e.code())));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(LogoutRejectedException e) {
        return entity(e.answer());
    }

    private static BrowserSession browser(HttpServletRequest request) {
        return BrowserSession.of(request.getSession().getId());
    }

    private static IncomingRequest incoming(HttpServletRequest request) throws IOException {
        return IncomingRequest.of(
                request.getMethod(),
                Objects.requireNonNullElse(request.getContentType(), ""),
                Objects.requireNonNullElse(request.getQueryString(), ""),
                request.getInputStream());
    }

    private static ResponseEntity<byte[]> entity(HttpAnswer answer) {
        ResponseEntity.BodyBuilder builder = ResponseEntity.status(answer.status());
        answer.headers().forEach(builder::header);
        return builder.body(answer.body());
    }
}
