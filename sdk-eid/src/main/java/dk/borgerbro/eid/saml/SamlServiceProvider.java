package dk.borgerbro.eid.saml;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.HttpAnswer;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.LogoutResult;
import dk.borgerbro.eid.SessionRotation;
import java.util.Optional;

/**
 * Lets people log in with NemLog-in or another identity provider of OIOSAML. Thread-safe and immutable; make one for each pair of service
 * and identity provider, as many as the application has. Nothing needs to be closed.
 *
 * <pre>{@code
 * SamlServiceProvider sp = SamlServiceProvider.builder()
 *         .entityId("https://selvbetjening.example/saml")
 *         .assertionConsumerService(URI.create("https://selvbetjening.example/saml/acs"))
 *         .singleLogoutService(URI.create("https://selvbetjening.example/saml/logout"))
 *         .identityProvider(IdentityProvider.load(Path.of("idp-metadata.xml")))
 *         .key(OrganisationKey.pkcs12(Path.of("system.p12"), Secret.fromEnv("KEY_PASSWORD")))
 *         .stores(LoginStores.jdbc(dataSource, clock))
 *         .build();
 *
 * LoginRedirect redirect = sp.startLogin(LoginRequest.builder(browser).returnTo("/sager").build());
 * // the browser comes back with a POST to the assertion consumer service
 * LoginResult result = sp.completeLogin(request, browser, rotation);
 * }</pre>
 *
 * <p><b>Cookies.</b> The browser comes back by a POST from another site, so the cookie that carries its session needs
 * {@code SameSite=None; Secure}, or the login seems to come from another browser ({@link LoginCheck#R06_IN_RESPONSE_TO}).
 *
 * <p><b>Audit.</b> The {@linkplain dk.borgerbro.core.observe.AuditListener listener} of the settings is told of each login that begins
 * ({@code login.start}) and of each answer ({@code login.complete}) with its {@code outcome}: the name of the result, {@code Rejected} with
 * the {@code check}, or {@code Failed}. If it throws, nobody is logged in.
 */
public interface SamlServiceProvider {
    /** {@return a builder} */
    static ServiceProviderBuilder builder() {
        return new ServiceProviderBuilder();
    }

    /**
     * Begins a login. Several may be under way in one browser; each must be answered within 15 minutes.
     *
     * @return where to send the browser
     * @throws dk.borgerbro.core.error.ConfigurationException if the request asks for what this provider was not set up for
     * @throws dk.borgerbro.core.error.CredentialException if the own key, or every certificate of the identity provider, cannot be used
     *     now; operations must act
     * @throws dk.borgerbro.core.error.StorageException if the stores cannot be asked
     */
    LoginRedirect startLogin(LoginRequest request);

    /**
     * Completes a login with what the browser brought to the assertion consumer service.
     *
     * @param request as it came; no more of it is read than a message may be long
     * @param browser the session of the browser that brought it; another browser's login is refused
     * @param rotation called once, when everything else has been checked
     * @return an identity, or why there is none
     * @throws LoginRejectedException if a check failed: nobody is logged in, and a session from before stays
     * @throws dk.borgerbro.core.error.CredentialException as with {@link #startLogin}
     * @throws dk.borgerbro.core.error.StorageException if the stores cannot be asked; nobody is logged in
     */
    LoginResult completeLogin(IncomingRequest request, BrowserSession browser, SessionRotation rotation);

    /**
     * {@return the session of a browser, if it is logged in: a logout on another node or by the identity provider ends it everywhere}
     *
     * @throws dk.borgerbro.core.error.StorageException if the store cannot be asked; take that as a no
     */
    Optional<ActiveSession> session(BrowserSession browser);

    /**
     * Begins a logout: the session here ends first, so that a browser that gets lost is logged out here at least.
     *
     * @return what takes the browser to the identity provider, or to the page after logout if nobody is logged in
     * @throws dk.borgerbro.core.error.StorageException if the stores cannot be asked; unless it was the store of sessions, the session has
     *     ended
     */
    HttpAnswer startLogout(BrowserSession browser);

    /**
     * Goes on with a logout: takes the identity provider's requests and answers, by redirect, POST and SOAP.
     *
     * @param request as it came to the address of single logout
     * @param browser the session of the browser that brought it
     * @return which sessions have ended, and what to send back
     * @throws LogoutRejectedException if a check failed; no session was touched, and it has what to send back
     * @throws dk.borgerbro.core.error.StorageException if the stores cannot be asked
     */
    LogoutResult handleLogout(IncomingRequest request, BrowserSession browser);

    /** {@return as {@link #handleLogout(IncomingRequest, BrowserSession)}, for a message that came without a session, as by SOAP} */
    LogoutResult handleLogout(IncomingRequest request);

    /**
     * {@return the service's metadata, for the administration portal of the identity provider; the same as long as set-up and keys are}
     *
     * @throws dk.borgerbro.core.error.CredentialException if there is no key
     */
    byte[] metadata();
}
