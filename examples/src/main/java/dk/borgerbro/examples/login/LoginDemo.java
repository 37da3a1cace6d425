package dk.borgerbro.examples.login;

import com.sun.net.httpserver.HttpServer;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.OioAttribute;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.IdentityProviderTrust;
import dk.borgerbro.eid.saml.RequestedAttribute;
import dk.borgerbro.eid.saml.SamlServiceProvider;
import dk.borgerbro.eid.saml.ServiceDescription;
import dk.borgerbro.testkit.nemlogin.NemLogInSimulator;
import dk.borgerbro.testkit.pki.TestIdentity;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A self-service site with login, beside a simulator of NemLog-in: {@code mvn -ntp -q -Plogin verify -pl examples -am}, then open the printed
 * address in a browser. Step-up and single logout work too.
 */
public final class LoginDemo implements AutoCloseable {
    private final NemLogInSimulator simulator;
    private final HttpServer server;
    private final ExecutorService workers = Executors.newFixedThreadPool(8);

    private LoginDemo(int port) throws IOException {
        simulator = NemLogInSimulator.builder().plainHttp().start();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(workers);
        SamlServiceProvider login = provider();
        simulator.registerServiceProvider(login.metadata());
        new LoginSite(login).routes(server);
        server.start();
    }

    /** Starts both and waits until the process is ended. */
    public static void main(String[] args) throws IOException, InterruptedException {
        try (LoginDemo demo = start(args.length == 0 ? 8080 : Integer.parseInt(args[0]))) {
            System.out.println("The site:                 " + demo.address());
            System.out.println("The simulator's own page: " + demo.simulator.baseUri());
            System.out.println("Nothing here is a real service. Ctrl+C ends both.");
            new CountDownLatch(1).await();
        }
    }

    /** {@return both, running; port 0 takes a free one} */
    static LoginDemo start(int port) throws IOException {
        return new LoginDemo(port);
    }

    // tag::provider
    private SamlServiceProvider provider() {
        TestIdentity system = simulator.pki().organisation("55133018", "Prøvested Kommune");
        return SamlServiceProvider.builder()
                .entityId("https://selvbetjening.example/saml")
                .assertionConsumerService(address().resolve("/saml/acs"))
                .singleLogoutService(address().resolve("/saml/logout"))
                .identityProvider(IdentityProvider.parse(
                        simulator.metadata(), IdentityProviderTrust.withoutChain(), Clock.systemUTC()))
                .key(OrganisationKey.of(system.privateKey(), system.chain()))
                .description(ServiceDescription.builder()
                        .attribute(RequestedAttribute.optional(OioAttribute.FULL_NAME))
                        .attribute(RequestedAttribute.optional(OioAttribute.PRIVILEGES))
                        .build())
                .minimumAssurance(AssuranceLevel.SUBSTANTIAL)
                .afterLogoutPage("/")
                .build();
    }
    // end::provider

    /** {@return where the site is} */
    URI address() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        workers.shutdown();
        simulator.close();
    }
}
