package dk.borgerbro.examples.observe;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.observe.CallEvent;
import dk.borgerbro.core.observe.CallListener;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TelemetryTest {
    private static final Duration TIME = Duration.ofMillis(40);

    private static void playTwoTries(CallListener listener, String outcome) {
        listener.on(new CallEvent.Started("digitalpost", "test", "send", "c-1"));
        listener.on(new CallEvent.Attempt("digitalpost", "test", "send", "c-1", 1, 503, TIME));
        listener.on(new CallEvent.Attempt("digitalpost", "test", "send", "c-1", 2, 201, TIME));
        listener.on(new CallEvent.Finished("digitalpost", "test", "send", "c-1", 2, outcome, TIME.multipliedBy(2)));
    }

    @Test
    void micrometerGetsATimerPerCallAndPerTry() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();

        playTwoTries(new MicrometerCalls(registry), "ok");

        assertThat(registry.get("borgerbro.call").tag("outcome", "ok").timer().totalTime(TimeUnit.MILLISECONDS))
                .isEqualTo(80);
        assertThat(registry.get("borgerbro.attempt")
                        .tag("status", "503")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.getMeters())
                .allSatisfy(
                        meter -> assertThat(meter.getId().getTags().toString()).doesNotContain("c-1"));
    }

    @Test
    void openTelemetryGetsASpanWithItsTries() {
        List<SpanData> spans = spansOf("ServiceException");

        assertThat(spans).singleElement().satisfies(span -> {
            assertThat(span.getName()).isEqualTo("digitalpost.send");
            assertThat(span.getEvents()).hasSize(2);
            assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
            assertThat(span.getStatus().getDescription()).isEqualTo("ServiceException");
        });
    }

    @Test
    void aGoodCallLeavesTheSpansStatusAlone() {
        assertThat(spansOf("ok"))
                .singleElement()
                .satisfies(span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET));
    }

    private static List<SpanData> spansOf(String outcome) {
        InMemorySpanExporter exporter = InMemorySpanExporter.create();
        try (SdkTracerProvider provider = SdkTracerProvider.builder()
                .addSpanProcessor(SimpleSpanProcessor.create(exporter))
                .build()) {
            playTwoTries(new OpenTelemetryCalls(provider.get("test")), outcome);
            return exporter.getFinishedSpanItems();
        }
    }
}
