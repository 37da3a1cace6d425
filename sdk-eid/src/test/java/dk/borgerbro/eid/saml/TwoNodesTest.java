package dk.borgerbro.eid.saml;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.store.ExpiringStoreSchema;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.testkit.nemlogin.IssuedResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two nodes of one application, which share a database and nothing else. */
class TwoNodesTest {
    private static final int LOGINS = 1000;
    private static final int PAIRS = 8;

    private final ForgeBench bench = new ForgeBench();
    private final JdbcConnectionPool database =
            JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
    private final List<SamlServiceProvider> nodes = new ArrayList<>();

    TwoNodesTest() {
        database.setMaxConnections(2 * PAIRS);
        ExpiringStoreSchema.create(database);
        for (int i = 0; i < 2; i++) {
            nodes.add(bench.builder()
                    .stores(LoginStores.jdbc(database, bench.clock))
                    .build());
        }
    }

    @AfterEach
    void close() {
        database.dispose();
    }

    /** One of two browsers' worth of patience: the same answer goes to both nodes at the same moment. */
    private Callable<LoggedIn> half(int pair, int node, CyclicBarrier together, Login[] shared) {
        return () -> {
            LoggedIn last = null;
            for (int i = pair; i < LOGINS; i += PAIRS) {
                if (node == 0) {
                    shared[pair] = begin(i);
                }
                together.await(60, TimeUnit.SECONDS);
                Login login = shared[pair];
                LoggedIn mine = null;
                try {
                    mine = (LoggedIn) bench.complete(nodes.get(node), login.browser, login.issued, login.relayState);
                } catch (LoginRejectedException e) {
                    assertThat(e.code()).isIn(LoginCheck.R06_IN_RESPONSE_TO, LoginCheck.R25_REPLAY);
                    login.lost(node);
                }
                if (mine != null) {
                    login.won(node, mine);
                    last = mine;
                }
                together.await(60, TimeUnit.SECONDS);
                if (node == 0) {
                    login.requireOneWinner();
                    assertThat(nodes.get(1).session(login.winner().browser()))
                            .hasValueSatisfying(session ->
                                    assertThat(session.subject().value()).isEqualTo(login.subject));
                }
            }
            return last;
        };
    }

    private Login begin(int number) {
        Login login = new Login(number);
        LoginRedirect redirect = nodes.get(number % 2)
                .startLogin(LoginRequest.builder(login.browser)
                        .returnTo("/sager/" + number)
                        .build());
        login.relayState = LoginBench.relayState(redirect);
        login.issued = bench.forge
                .response(bench.registered, redirect.requestId(), ForgeBench.ANE)
                .withFacts(facts -> facts.withNameId(login.subject))
                .issue();
        return login;
    }

    @Test
    void aThousandLoginsAtTheSameTimeEachCountOnceAndNoneIsMistakenForAnother() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2 * PAIRS);
        try {
            Login[] shared = new Login[PAIRS];
            List<Future<LoggedIn>> halves = new ArrayList<>();
            for (int pair = 0; pair < PAIRS; pair++) {
                CyclicBarrier together = new CyclicBarrier(2);
                halves.add(threads.submit(half(pair, 0, together, shared)));
                halves.add(threads.submit(half(pair, 1, together, shared)));
            }
            for (Future<LoggedIn> half : halves) {
                half.get(5, TimeUnit.MINUTES);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(bench.audited.stream()
                        .filter(event -> "LoggedIn".equals(event.details().get("outcome"))))
                .hasSize(LOGINS);
        assertThat(bench.audited.stream()
                        .filter(event -> "Rejected".equals(event.details().get("outcome"))))
                .hasSize(LOGINS);
    }

    /** One login and who won it. */
    private static final class Login {
        private final int number;
        private final BrowserSession browser;
        private final String subject;
        private final LoggedIn[] winners = new LoggedIn[2];
        private final boolean[] losers = new boolean[2];
        private IssuedResponse issued;
        private String relayState;

        Login(int number) {
            this.number = number;
            this.browser = LoginBench.browser("number-" + number);
            this.subject = "https://data.gov.dk/model/core/eid/person/uuid/" + new UUID(7, number);
        }

        void won(int node, LoggedIn in) {
            winners[node] = in;
        }

        void lost(int node) {
            losers[node] = true;
        }

        LoggedIn winner() {
            return winners[0] == null ? winners[1] : winners[0];
        }

        void requireOneWinner() {
            assertThat(losers[0]).isNotEqualTo(losers[1]);
            assertThat(winner().identity().subject().value()).isEqualTo(subject);
            assertThat(winner().returnTo()).isEqualTo("/sager/" + number);
        }
    }
}
