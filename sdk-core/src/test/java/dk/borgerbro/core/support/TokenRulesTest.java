package dk.borgerbro.core.support;

import static dk.borgerbro.core.support.PipelineBench.call;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.config.RetryPolicy;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.NotSentException;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.loopback.Reply;
import dk.borgerbro.core.token.AccessToken;
import dk.borgerbro.core.token.TokenSource;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokenRulesTest {
    private final PipelineBench bench;
    private final NumberedTokens tokens = new NumberedTokens();

    TokenRulesTest() throws IOException {
        bench = new PipelineBench();
    }

    @AfterEach
    void close() throws IOException {
        bench.close();
    }

    @ParameterizedTest
    @EnumSource(CallKind.class)
    void aRefusedTokenIsReplacedOnce(CallKind kind) {
        bench.server.next(Reply.of(401, ""), Reply.ok("welcome"));

        assertThat(pipeline().call(call(kind))).isEqualTo("welcome");

        assertThat(sentTokens()).containsExactly("Bearer token-0", "Bearer token-1");
        assertThat(bench.time.waits()).isEmpty();
    }

    @Test
    void aSecondRefusalIsTheAnswer() {
        bench.server.otherwise(Reply.of(401, ""));

        assertThatThrownBy(() -> pipeline().call(call(CallKind.WRITE)))
                .isInstanceOfSatisfying(ServiceException.class, error -> {
                    assertThat(error.httpStatus()).isEqualTo(401);
                    assertThat(error.attempts()).isEqualTo(2);
                    assertThat(error.getSuppressed()).hasSize(1);
                });
        assertThat(bench.server.received()).hasSize(2);
    }

    @Test
    void aNewTokenDoesNotCountAsARetry() {
        bench.server.next(Reply.of(401, ""), Reply.ok("welcome"));
        CallPipeline pipeline =
                bench.pipeline(settings -> settings.retry(RetryPolicy.none()), builder -> builder.tokens(tokens));

        assertThat(pipeline.call(call(CallKind.WRITE))).isEqualTo("welcome");
    }

    @Test
    void withoutTokensARefusalIsTheAnswer() {
        bench.server.otherwise(Reply.of(401, ""));

        assertThatThrownBy(() -> bench.pipeline().call(call(CallKind.WRITE))).isInstanceOf(ServiceException.class);
        assertThat(bench.server.received()).hasSize(1);
    }

    @Test
    void aBodyThatCannotBeWrittenAgainEndsWithTheRefusal() {
        bench.server.otherwise(Reply.of(401, ""));

        assertThatThrownBy(() -> pipeline().call(call(CallKind.WRITE, new OneTimeBody("letter"))))
                .isInstanceOf(ServiceException.class);
        assertThat(bench.server.received()).hasSize(1);
    }

    @Test
    void aTokenThatCannotBeHadReachesTheCallerAsItIs() {
        tokens.failFrom = 0;

        assertThatThrownBy(() -> pipeline().call(call(CallKind.WRITE))).isSameAs(tokens.failure);
        assertThat(bench.server.received()).isEmpty();
    }

    @Test
    void aTokenThatCannotBeHadDoesNotHideThatATryWasSent() {
        tokens.failFrom = 1;
        bench.server.next(Reply.drop());
        tokens.invalidateOnEachUse = true;

        assertThatThrownBy(() -> pipeline().call(call(CallKind.DEDUPLICATED_WRITE)))
                .isInstanceOf(OutcomeUnknownException.class)
                .hasCause(tokens.failure);
    }

    @Test
    void aRedirectIsNotFollowedSoTheTokenGoesNowhereElse() throws IOException {
        try (PipelineBench elsewhere = new PipelineBench()) {
            bench.server.next(Reply.of(307, "", "Location: " + elsewhere.server.address()));

            assertThatThrownBy(() -> pipeline().call(call(CallKind.READ)))
                    .isInstanceOfSatisfying(
                            ServiceException.class,
                            error -> assertThat(error.httpStatus()).isEqualTo(307));
            assertThat(elsewhere.server.received()).isEmpty();
        }
    }

    private CallPipeline pipeline() {
        return bench.pipeline(settings -> settings, builder -> builder.tokens(tokens));
    }

    private List<String> sentTokens() {
        return bench.server.received().stream()
                .map(request -> request.header("authorization").orElse("none"))
                .toList();
    }

    private static final class NumberedTokens implements TokenSource {
        private final NotSentException failure =
                new NotSentException(CallReference.local("token", "fetch"), "no service", null);
        private final List<String> refused = new ArrayList<>();
        private int number;
        private int failFrom = Integer.MAX_VALUE;
        private boolean invalidateOnEachUse;

        @Override
        public AccessToken token() {
            if (number >= failFrom) {
                throw failure;
            }
            String value = "token-" + (invalidateOnEachUse ? number++ : number);
            return new AccessToken("Bearer", Secret.of(value), Instant.MAX);
        }

        @Override
        public void invalidate(AccessToken token) {
            refused.add(token.authorization());
            number++;
        }
    }
}
