package dk.borgerbro.core.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.core.loopback.Reply;
import dk.borgerbro.core.token.AccessToken;
import dk.borgerbro.core.token.TokenSource;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** With every logger of every library at TRACE, nothing of a call that could be personal or secret is written. */
class CallLoggingTest {
    private final PipelineBench bench;
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level before = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    CallLoggingTest() throws IOException {
        bench = new PipelineBench();
    }

    @BeforeEach
    void listen() {
        root.setLevel(Level.TRACE);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void close() throws IOException {
        root.detachAppender(log);
        root.setLevel(before);
        bench.close();
    }

    @Test
    void evenAtTraceNeitherContentNorTokenNorAddressIsLogged() {
        bench.server.next(Reply.of(503, "answer-body-1"), Reply.of(422, "answer-body-2", "X-Person: answer-header"));
        CallPipeline pipeline = bench.pipeline(settings -> settings, builder -> builder.tokens(new OneToken()));
        ServiceCall<String> call = ServiceCall.builder(
                        "register", CallKind.DEDUPLICATED_WRITE, "POST", "people/path-value", PipelineBench.TEXT)
                .query("cpr", "query-value")
                .header("X-Secret", "header-value")
                .body(HttpBody.of("text/plain", "request-body".getBytes(StandardCharsets.UTF_8)))
                .build();

        assertThatThrownBy(() -> pipeline.call(call)).isInstanceOf(ServiceException.class);

        assertThat(bench.server.received()).hasSize(2);
        String written = String.join("\n", messages(""));
        assertThat(written)
                .contains("post.register")
                .doesNotContain(
                        "answer-body",
                        "answer-header",
                        "token-value",
                        "path-value",
                        "query-value",
                        "header-value",
                        "request-body");
    }

    @Test
    void atDebugThereIsOneLineForEachCall() {
        bench.server.next(Reply.of(503, "", "Retry-After: 1"), Reply.ok(""));

        bench.pipeline().call(PipelineBench.call(CallKind.READ));

        assertThat(messages(CallPipeline.class.getName(), Level.DEBUG))
                .singleElement()
                .asString()
                .startsWith("post.find ok in 1000 ms [environment=test, attempts=2, correlation-id=");
    }

    @Test
    void atTraceTheFieldsOfTheAllowListAreShown() {
        bench.server.next(Reply.of(200, "", "Content-Type: text/plain", "Server: hidden"));

        bench.pipeline().call(PipelineBench.call(CallKind.READ));

        assertThat(messages(CallPipeline.class.getName(), Level.TRACE))
                .hasSize(2)
                .anyMatch(line -> line.contains("> GET (User-Agent: Borgerbro/"))
                .anyMatch(line -> line.contains("< 200 (Content-Type: text/plain, Content-Length: 0)"));
    }

    @Test
    void aListenerThatFailsIsNamedByItsTypeOnly() {
        CallPipeline pipeline = bench.with(settings -> settings.listener(event -> {
            throw new IllegalStateException("personal");
        }));

        pipeline.call(PipelineBench.call(CallKind.READ));

        assertThat(messages(CallPipeline.class.getName(), Level.WARN))
                .isNotEmpty()
                .allMatch(line -> line.contains("java.lang.IllegalStateException") && !line.contains("personal"));
    }

    private List<String> messages(String logger) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLoggerName().startsWith(logger))
                .map(event -> event.getFormattedMessage()
                        + (event.getThrowableProxy() == null
                                ? ""
                                : " " + event.getThrowableProxy().getMessage()))
                .toList();
    }

    private List<String> messages(String logger, Level level) {
        return List.copyOf(log.list).stream()
                .filter(event -> event.getLoggerName().equals(logger) && event.getLevel() == level)
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private static final class OneToken implements TokenSource {
        @Override
        public AccessToken token() {
            return new AccessToken("Bearer", Secret.of("token-value"), Instant.MAX);
        }

        @Override
        public void invalidate(AccessToken refused) {}
    }
}
