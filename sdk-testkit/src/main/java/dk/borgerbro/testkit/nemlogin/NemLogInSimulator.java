package dk.borgerbro.testkit.nemlogin;

import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import dk.borgerbro.testkit.simulator.ServedSimulator;
import dk.borgerbro.testkit.simulator.SimulatedAnswer;
import dk.borgerbro.testkit.simulator.SimulatedRequest;
import dk.borgerbro.testkit.simulator.SimulatorServer;
import java.io.IOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * NemLog-in as identity provider, for browsers and for code. Thread-safe. Not for production.
 *
 * <p>Register the service provider's metadata, hand it {@link #metadata()}, and log in: in a browser, which gets a page to pick a
 * test person on, or with {@link #logIn} without HTTP. Answers can be changed in every way with {@link #tamper}.
 *
 * <p>Where no public source says what the service does, this simulator
 *
 * <ul>
 *   <li>answers a message that it refuses with a page "technical error", status 400, that says what is wrong,
 *   <li>answers Responder and NoAuthnContext where the user picked does not reach the level or is of another kind than requested,
 *   <li>sends only the attributes that the metadata requests, if it requests any, and those that the profile demands,
 *   <li>takes RSA and ECDSA signatures with SHA-256 and up, and demands the order of parameters that the Redirect binding gives,
 *   <li>asks services one after the other to log out, by SOAP where they offer it, and reports those that fail as PartialLogout,
 *   <li>takes service providers on http addresses that are loopback.
 * </ul>
 */
public final class NemLogInSimulator extends ServedSimulator {
    private final SimulatorServer server;
    private final SamlForge forge;
    private final SamlSchemas schemas = new SamlSchemas();
    private final IdentityProvider provider;
    private final NemLogInService service;

    private NemLogInSimulator(Builder builder) {
        SimulatorServer.Builder listening = SimulatorServer.builder("nemlogin", request -> this.handle(request))
                .port(builder.port)
                .signs();
        if (builder.plainHttp) {
            listening.plainHttp();
        } else {
            listening.anyClient();
        }
        TestPki chosen = builder.pki;
        if (chosen != null) {
            listening.pki(chosen);
        }
        server = listening.start();
        forge = SamlForge.builder(server.pki())
                .entityId(builder.entityId)
                .profile(builder.profile)
                .clock(builder.clock)
                .keyBits(builder.keyBits)
                .build();
        provider = new IdentityProvider(
                forge,
                new IncomingMessages(schemas),
                server.pki().server().sslContext(server.pki().root()),
                builder);
        service = new NemLogInService(provider, this::endpoint, this::metadata);
    }

    /** {@return a running simulator with everything as it comes} */
    public static NemLogInSimulator start() {
        return builder().start();
    }

    /** {@return a builder} */
    public static Builder builder() {
        return new Builder();
    }

    private SimulatedAnswer handle(SimulatedRequest request) throws IOException {
        return service.handle(request);
    }

    /**
     * {@inheritDoc}
     *
     * @throws dk.borgerbro.core.error.ConfigurationException with {@link Builder#plainHttp()}; {@link #baseUri()} has the address
     */
    @Override
    public ServiceEnvironment environment() {
        return server.environment();
    }

    /** {@return the address of the start page, below which everything lies} */
    public URI baseUri() {
        return server.baseUri();
    }

    /** {@return the certificates of this simulator's world} */
    public TestPki pki() {
        return server.pki();
    }

    /** {@return the forge that the messages come from, with all keys of this identity provider} */
    public SamlForge forge() {
        return forge;
    }

    /** {@return the name of this identity provider} */
    public String entityId() {
        return forge.entityId();
    }

    /** {@return the one address for sign-on and logout} */
    public URI endpoint() {
        return baseUri().resolve(forge.profile().path());
    }

    /** {@return where the metadata can be fetched} */
    public URI metadataUri() {
        return baseUri().resolve("metadata");
    }

    /** {@return the metadata, unsigned, as NemLog-in publishes it} */
    public byte[] metadata() {
        return forge.metadata(endpoint())
                .withSigning(provider.signing().published().toArray(X509Certificate[]::new))
                .bytes();
    }

    /**
     * Takes a service provider on, or its new metadata.
     *
     * @param metadata of one service provider
     * @return what was read
     * @throws IllegalArgumentException if the metadata breaks the SAML schema or OIOSAML; the message names all faults
     */
    public RegisteredServiceProvider registerServiceProvider(byte[] metadata) {
        RegisteredServiceProvider read = ServiceProviderMetadata.read(metadata, schemas);
        register(read);
        return read;
    }

    /** Takes a service provider on without metadata. */
    public void register(RegisteredServiceProvider serviceProvider) {
        provider.messages().register(serviceProvider);
    }

    /**
     * Publishes other signing certificates in the metadata: several during a rollover.
     *
     * @param identities of which the certificates are published, in this order
     */
    public void publish(TestIdentity... identities) {
        provider.signing()
                .publish(Stream.of(identities).map(TestIdentity::certificate).toList());
    }

    /** Signs with another key from now on, published or not. */
    public void signWith(TestIdentity identity) {
        provider.signing().signWith(identity);
    }

    /**
     * Logs somebody in without a browser: checks the request as over HTTP and answers it in a sign-on session of its own.
     *
     * @param redirectUri where the service provider sends the browser
     * @param user who logs in
     * @return the Response that the browser would post
     * @throws TechnicalError if the request is refused
     */
    public IssuedResponse logIn(URI redirectUri, SimulatedUser user) {
        LoginRequest request = request(redirectUri);
        return provider.answers().success(request, provider.start(user), false);
    }

    /**
     * Lets the user press Cancel.
     *
     * @param redirectUri where the service provider sends the browser
     * @return the Response that the browser would post
     * @throws TechnicalError if the request is refused
     */
    public IssuedResponse cancel(URI redirectUri) {
        return fail(redirectUri, "", "Responder", "AuthnFailed");
    }

    /**
     * Answers with a status that is no success.
     *
     * @param redirectUri where the service provider sends the browser
     * @param message for people; empty for none
     * @param codes outermost first; a word stands for a code below {@code urn:oasis:names:tc:SAML:2.0:status:}
     * @return the Response that the browser would post
     * @throws TechnicalError if the request is refused
     */
    public IssuedResponse fail(URI redirectUri, String message, String... codes) {
        return provider.answers().failure(request(redirectUri), message, codes);
    }

    /**
     * Takes a logout message that a service provider sends by Redirect, request or answer, without a browser.
     *
     * @param redirectUri where the service provider sends the browser
     * @return the message that the browser takes on: the answer, or a request to the next service; empty when all is done
     * @throws TechnicalError if the message is refused
     */
    public Optional<IssuedMessage> logOut(URI redirectUri) {
        Incoming incoming = redirected(redirectUri);
        return switch (incoming.kind()) {
            case "LogoutRequest" -> provider.logouts().requested(incoming).message();
            case "LogoutResponse" -> provider.logouts().answered(incoming).message();
            default -> throw new TechnicalError("the message is neither LogoutRequest nor LogoutResponse");
        };
    }

    /**
     * {@return a LogoutRequest as the identity provider sends it to one service, to be delivered by the caller}
     *
     * @param login the session that should end
     * @param binding by which; the service provider must offer it
     * @throws IllegalArgumentException if the session is not known, or the service provider does not offer the binding
     */
    public IssuedMessage logoutRequest(IssuedResponse login, LogoutBinding binding) {
        String entityId = login.facts().audience();
        IdpSession.Participation there =
                provider
                        .sessions()
                        .find(
                                entityId,
                                login.facts().nameId(),
                                List.of(login.facts().sessionIndex()))
                        .stream()
                        .flatMap(session -> session.participations().stream())
                        .filter(one -> one.at().entityId().equals(entityId))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no such session at this identity provider"));
        return provider.logouts()
                .request(there, binding)
                .filter(message -> message.binding() == binding)
                .orElseThrow(() -> new IllegalArgumentException("the service provider takes no logout by " + binding));
    }

    /**
     * Changes the next Response, over HTTP or not. Several changes apply to as many Responses, in their order.
     *
     * @param change from what would have been sent to what is
     */
    public void tamper(UnaryOperator<ForgedResponse> change) {
        provider.signing().nextResponse(change);
    }

    /**
     * Changes the next logout message, request or answer.
     *
     * @param change from what would have been sent to what is
     */
    public void tamperLogout(UnaryOperator<ForgedMessage> change) {
        provider.signing().nextMessage(change);
    }

    /** {@return the messages that passed all common checks, signature included, in the order of arrival} */
    public List<ReceivedMessage> received() {
        return provider.messages().received();
    }

    private LoginRequest request(URI redirectUri) {
        Incoming incoming = redirected(redirectUri);
        if (!incoming.kind().equals("AuthnRequest")) {
            throw new TechnicalError("the message is no AuthnRequest");
        }
        return provider.authnRequest(incoming);
    }

    private Incoming redirected(URI redirectUri) {
        String all = redirectUri.toString();
        if (!all.startsWith(endpoint() + "?")) {
            throw new TechnicalError("the browser is not sent to " + endpoint());
        }
        return provider.redirect(redirectUri.getRawQuery(), endpoint());
    }

    @Override
    protected SimulatorServer server() {
        return server;
    }

    /** Forgets sessions, calls, scripts, received messages and changed keys. Service providers stay registered. */
    @Override
    public void reset() {
        server.reset();
        service.reset();
        provider.reset();
    }

    /** Builds a {@link NemLogInSimulator}; each setting has a default. Not thread-safe. */
    public static final class Builder {
        private int port;
        private @Nullable TestPki pki;
        private Clock clock = Clock.systemUTC();
        private String entityId = "https://saml.simulator.example";
        private SimulatedProfile profile = SimulatedProfile.OIO_3_0;
        private int keyBits = 3072;
        private boolean plainHttp;
        private LogoutBinding logoutRequests = LogoutBinding.SOAP;
        private LogoutBinding logoutAnswers = LogoutBinding.POST;

        private Builder() {}

        /** Sets the port; a free one is taken unless this is set. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** Sets whose certificates count; one hierarchy shared by all simulators of the JVM unless this is set. */
        public Builder pki(TestPki pki) {
            this.pki = pki;
            return this;
        }

        /** Sets the time that messages carry and are checked against; the system's clock unless this is set. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Sets the name of the identity provider. */
        public Builder entityId(String entityId) {
            this.entityId = entityId;
            return this;
        }

        /** Sets the profile; 3.0 unless this is set. */
        public Builder profile(SimulatedProfile profile) {
            this.profile = profile;
            return this;
        }

        /** Sets the size of the signing keys; 3072, as NemLog-in's, unless this is set. Smaller ones start faster. */
        public Builder keyBits(int bits) {
            this.keyBits = bits;
            return this;
        }

        /** Listens by plain http, for a browser that should not be taught to trust a test root. */
        public Builder plainHttp() {
            this.plainHttp = true;
            return this;
        }

        /** Sets how services are asked to log out, where they offer it; SOAP unless this is set. */
        public Builder logoutRequests(LogoutBinding binding) {
            this.logoutRequests = binding;
            return this;
        }

        /**
         * Sets how a service's LogoutRequest is answered, where it offers it; POST unless this is set. The KOMBIT context
         * handler answers by Redirect.
         *
         * @throws IllegalArgumentException if it is SOAP
         */
        public Builder logoutAnswers(LogoutBinding binding) {
            if (binding == LogoutBinding.SOAP) {
                throw new IllegalArgumentException("the answer goes through the browser: REDIRECT or POST");
            }
            this.logoutAnswers = binding;
            return this;
        }

        Clock clock() {
            return clock;
        }

        LogoutBinding logoutRequests() {
            return logoutRequests;
        }

        LogoutBinding logoutAnswers() {
            return logoutAnswers;
        }

        /**
         * {@return the simulator, listening}
         *
         * @throws java.io.UncheckedIOException if the port is taken
         */
        public NemLogInSimulator start() {
            return new NemLogInSimulator(this);
        }
    }
}
