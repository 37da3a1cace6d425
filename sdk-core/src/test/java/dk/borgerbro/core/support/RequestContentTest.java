package dk.borgerbro.core.support;

import static dk.borgerbro.core.support.PipelineBench.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.NotSentException;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.http.HttpBody;
import dk.borgerbro.core.loopback.ReceivedRequest;
import dk.borgerbro.core.loopback.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestContentTest {
    private final PipelineBench bench;

    RequestContentTest() throws IOException {
        bench = new PipelineBench();
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @Test
    void aBodyOfUnknownLengthIsSentInChunks() {
        bench.pipeline().call(call(CallKind.WRITE, body(OptionalLong.empty(), out -> {
            for (int i = 0; i < 10_000; i++) {
                out.write("0123456789".getBytes(StandardCharsets.US_ASCII));
            }
        })));

        ReceivedRequest request = bench.server.received().get(0);
        assertThat(request.header("transfer-encoding")).contains("chunked");
        assertThat(request.text()).hasSize(100_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {10, 100_000})
    void halfALetterNeverArrivesAsAWholeOne(int written) {
        HttpBody body = body(OptionalLong.empty(), out -> {
            out.write(new byte[written]);
            throw new IOException("/home/0101701234.pdf vanished");
        });

        assertThatThrownBy(() -> bench.pipeline().call(call(CallKind.WRITE, body)))
                .isInstanceOfSatisfying(NotSentException.class, error -> {
                    assertThat(error).hasMessageContaining("its content could not be read to the end");
                    assertThat(error.getCause()).hasMessageNotContaining("0101701234");
                });
        bench.pipeline().call(call(CallKind.READ));
        assertThat(bench.server.received()).allMatch(request -> request.line().startsWith("GET") || !request.isWhole());
    }

    @Test
    void aBodyShorterThanItDeclaredIsCut() {
        HttpBody body = body(OptionalLong.of(10), out -> out.write(new byte[9]));

        assertThatThrownBy(() -> bench.pipeline().call(call(CallKind.WRITE, body)))
                .isInstanceOf(NotSentException.class);
        bench.pipeline().call(call(CallKind.READ));
        assertThat(bench.server.received()).allMatch(request -> request.line().startsWith("GET") || !request.isWhole());
    }

    @Test
    void whatTheBodySaysIsWrongReachesTheCaller() {
        InvalidInputException said = InvalidInputException.ofValue("Document", "cannot be read");
        HttpBody body = body(OptionalLong.empty(), out -> {
            throw said;
        });

        assertThatThrownBy(() -> bench.pipeline().call(call(CallKind.WRITE, body)))
                .isSameAs(said);
        assertThat(bench.time.waits()).isEmpty();
    }

    @Test
    void aBodyThatFailsAfterItsLastByteMayHaveArrived() {
        HttpBody sdk = body(OptionalLong.of(10), out -> {
            out.write(new byte[10]);
            out.flush();
            throw InvalidInputException.ofValue("Document", "changed while it was read");
        });
        HttpBody tooLong = body(OptionalLong.of(10), out -> out.write(new byte[11]));

        for (HttpBody body : List.of(sdk, tooLong)) {
            assertThatThrownBy(() -> bench.pipeline().call(call(CallKind.WRITE, body)))
                    .isInstanceOf(OutcomeUnknownException.class);
        }
    }

    @Test
    void aRepeatableBodyIsWrittenAgainFromItsStart() {
        bench.server.next(Reply.of(503, ""), Reply.ok("thanks"));

        bench.pipeline().call(call(CallKind.DEDUPLICATED_WRITE));

        assertThat(bench.server.received()).extracting(ReceivedRequest::text).containsExactly("letter", "letter");
    }

    private static HttpBody body(OptionalLong length, Writing writing) {
        return new HttpBody() {
            @Override
            public String contentType() {
                return "application/xml";
            }

            @Override
            public OptionalLong length() {
                return length;
            }

            @Override
            public boolean isRepeatable() {
                return true;
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                writing.to(out);
            }
        };
    }

    private interface Writing {
        void to(OutputStream out) throws IOException;
    }
}
