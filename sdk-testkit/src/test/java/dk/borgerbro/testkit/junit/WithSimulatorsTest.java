package dk.borgerbro.testkit.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.testkit.digitalpost.DigitalPostSimulator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

@WithSimulators
class WithSimulatorsTest {
    private static DigitalPostSimulator fromBeforeAll;

    @Simulated
    private static DigitalPostSimulator shared;

    @Simulated
    private DigitalPostSimulator own;

    @BeforeAll
    static void keep(DigitalPostSimulator sim) {
        fromBeforeAll = sim;
    }

    @BeforeEach
    void callOnce(DigitalPostSimulator sim) throws Exception {
        call(sim, "Test/1");
    }

    @Test
    void givesTheSameSimulatorToAllWhoAsk(DigitalPostSimulator sim) {
        assertThat(sim).isNotNull().isSameAs(shared).isSameAs(own).isSameAs(fromBeforeAll);
    }

    @Test
    void resetsBeforeEachTest(DigitalPostSimulator sim) {
        assertThat(sim.calls()).hasSize(1);
        sim.next().times(100).respond(500);
    }

    @Test
    void resetsBeforeEachTestWhicheverComesFirst(DigitalPostSimulator sim) {
        assertThat(sim.calls())
                .singleElement()
                .satisfies(call -> assertThat(call.status()).isEqualTo(401));
        sim.next().times(100).respond(500);
    }

    @Nested
    class Inside {
        @Test
        void sharesTheSimulatorOfTheClassAround(DigitalPostSimulator sim) {
            assertThat(sim).isSameAs(shared);
        }
    }

    @Test
    void failsAClassThatForgetsAClientOfThisSdk() {
        assertThat(failures(ForgetsAClient.class))
                .singleElement()
                .asString()
                .contains("ForgetsAClient", "a client was not closed", "1 of them to SIMULATOR");
    }

    @Test
    void leavesOtherClientsAlone() {
        assertThat(failures(ForgetsSomebodyElses.class)).isEmpty();
    }

    @Test
    void saysWhatCannotBeInjected() {
        assertThat(failures(WrongField.class)).singleElement().asString().contains("@Simulated field text");
    }

    private static List<String> failures(Class<?> testClass) {
        List<String> failures = new ArrayList<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(DiscoverySelectors.selectClass(testClass))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier node, TestExecutionResult result) {
                                result.getThrowable().ifPresent(failure -> failures.add(failure.getMessage()));
                            }
                        });
        return failures;
    }

    private static HttpClient call(DigitalPostSimulator sim, String agent) throws Exception {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(sim.senderIdentity().sslContext(sim.pki().root()))
                .build();
        HttpRequest request = HttpRequest.newBuilder(sim.environment().baseUri().resolve("receipts/"))
                .header("User-Agent", agent)
                .build();
        assertThat(client.send(request, BodyHandlers.discarding()).statusCode()).isEqualTo(401);
        return client;
    }

    @WithSimulators
    static class ForgetsAClient {
        private static HttpClient kept;

        @Test
        void forgets(DigitalPostSimulator sim) throws Exception {
            kept = call(sim, "borgerbro-sdk/0.1.0");
            assertThat(kept).isNotNull();
        }
    }

    @WithSimulators
    static class ForgetsSomebodyElses {
        private static HttpClient kept;

        @Test
        void forgets(DigitalPostSimulator sim) throws Exception {
            kept = call(sim, "Other/1.0");
            assertThat(kept).isNotNull();
        }
    }

    @WithSimulators
    static class WrongField {
        @Simulated
        private String text;

        @Test
        void isNeverReached() {
            assertThat(text).isNull();
        }
    }
}
