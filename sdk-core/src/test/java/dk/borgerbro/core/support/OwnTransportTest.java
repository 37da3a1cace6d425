package dk.borgerbro.core.support;

import static dk.borgerbro.core.support.PipelineBench.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.RetryPolicy;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.config.Timeouts;
import dk.borgerbro.core.error.NotSentException;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.http.HttpCall;
import dk.borgerbro.core.http.HttpHeaders;
import dk.borgerbro.core.http.HttpTransport;
import dk.borgerbro.core.http.RawResponse;
import dk.borgerbro.core.http.RequestNotSentException;
import dk.borgerbro.core.loopback.TestTime;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OwnTransportTest {
    private static final ServiceEnvironment ENVIRONMENT =
            ServiceEnvironment.withSystemTrust("own", URI.create("https://service.example/base/"));

    private final TestTime time = new TestTime();
    private final List<HttpCall> sent = new ArrayList<>();
    private boolean closed;
    private boolean answerClosed;

    @Test
    void aTransportOfTheApplicationCarriesTheCalls() {
        try (CallPipeline pipeline = pipeline(call -> answer(200, "carried"))) {
            assertThat(pipeline.call(call(CallKind.WRITE))).isEqualTo("carried");
        }

        assertThat(sent).singleElement().satisfies(request -> {
            assertThat(request.uri()).hasToString("https://service.example/base/letters");
            assertThat(request.timeLeft()).isEqualTo(Timeouts.defaults().call());
            assertThat(request).hasToString("POST service.example");
        });
        assertThat(answerClosed).isTrue();
        assertThat(closed).isTrue();
    }

    @Test
    void theTimeLeftShrinksFromTryToTry() {
        CallPipeline pipeline = pipeline(call -> {
            time.pass(Duration.ofSeconds(50));
            return answer(503, "");
        });

        assertThatThrownBy(() -> pipeline.call(call(CallKind.READ))).isInstanceOf(ServiceException.class);

        assertThat(sent).hasSize(3);
        assertThat(sent.get(2).timeLeft()).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    void itsMessagesAreNotRepeated() {
        CallPipeline pipeline = pipeline(call -> {
            throw new IOException("GET https://service.example/people/0101701234 failed");
        });

        assertThatThrownBy(() -> pipeline.call(call(CallKind.WRITE)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasMessageContaining("the connection failed")
                .hasMessageNotContaining("0101701234")
                .hasCauseInstanceOf(CleanCause.class);
    }

    @Test
    void itSaysWhetherARequestLeft() {
        CallPipeline pipeline = pipeline(call -> {
            throw new RequestNotSentException("no route", new IOException());
        });

        assertThatThrownBy(() -> pipeline.call(call(CallKind.WRITE)))
                .isInstanceOf(NotSentException.class)
                .hasMessageContaining("no route");
    }

    @Test
    void aTransportThatBreaksMayHaveSentARequest() {
        CallPipeline pipeline = pipeline(call -> {
            throw new IllegalStateException("bug");
        });

        assertThatThrownBy(() -> pipeline.call(call(CallKind.WRITE))).isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void anAnswerThatCannotBeClosedIsStillAnAnswer() {
        CallPipeline pipeline = pipeline(call -> new TextAnswer(200, "carried") {
            @Override
            public void close() throws IOException {
                throw new IOException("already gone");
            }
        });

        assertThat(pipeline.call(call(CallKind.WRITE))).isEqualTo("carried");
    }

    private CallPipeline pipeline(Carrier carrier) {
        ClientSettings settings = ClientSettings.builder()
                .clock(time)
                .sleeper(time)
                .retry(new RetryPolicy(3, Duration.ofMillis(1), Duration.ofMillis(1)))
                .transport((environment, key, given) -> new HttpTransport() {
                    @Override
                    public RawResponse execute(HttpCall call) throws IOException {
                        sent.add(call);
                        return carrier.carry(call);
                    }

                    @Override
                    public void close() {
                        closed = true;
                    }
                })
                .build();
        return CallPipeline.builder("own", ENVIRONMENT, settings).build();
    }

    private RawResponse answer(int status, String text) {
        return new TextAnswer(status, text);
    }

    private interface Carrier {
        RawResponse carry(HttpCall call) throws IOException;
    }

    private class TextAnswer implements RawResponse {
        private final int status;
        private final String text;

        TextAnswer(int status, String text) {
            this.status = status;
            this.text = text;
        }

        @Override
        public int status() {
            return status;
        }

        @Override
        public HttpHeaders headers() {
            return HttpHeaders.empty();
        }

        @Override
        public InputStream body() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public void close() throws IOException {
            answerClosed = true;
        }
    }
}
