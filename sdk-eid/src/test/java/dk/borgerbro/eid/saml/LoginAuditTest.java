package dk.borgerbro.eid.saml;

import static dk.borgerbro.eid.saml.LoginBench.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.observe.AuditEvent;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginAuditTest {
    private final LoginBench bench = new LoginBench();
    private final BrowserSession browser = browser("one");

    @Test
    void aLoginLeavesItsBeginningAndItsEnd() {
        LoginRedirect redirect = bench.start(browser);
        LoggedIn in = (LoggedIn) bench.complete(bench.answer(redirect), browser);
        assertThat(bench.audited).extracting(AuditEvent::operation).containsExactly("start", "complete");
        assertThat(bench.audited).extracting(AuditEvent::correlationId).containsOnly(redirect.requestId());
        assertThat(in.correlationId()).isEqualTo(redirect.requestId());
        assertThat(bench.audited).extracting(AuditEvent::authority).containsOnly(CvrNumber.of("99000007"));
        assertThat(bench.audited).extracting(AuditEvent::at).containsOnly(TestKeys.NOW);
        assertThat(bench.audited.get(0).details())
                .containsEntry("outcome", "Started")
                .containsEntry("requestId", redirect.requestId())
                .containsEntry("level", "SUBSTANTIAL")
                .containsEntry("forceAuthn", "false");
        assertThat(bench.audited.get(1).details())
                .containsEntry("outcome", "LoggedIn")
                .containsEntry("requestId", redirect.requestId())
                .containsEntry("inResponseTo", redirect.requestId())
                .containsEntry("responseId", "_response")
                .containsEntry("assertionId", "_assertion")
                .containsEntry("sessionIndex", "_session")
                .containsEntry("level", "SUBSTANTIAL")
                .containsEntry("subject", Answer.SUBJECT)
                .containsEntry("authnInstant", "2026-03-10T09:00:00Z")
                .containsEntry("issueInstant", "2026-03-10T09:00:00Z");
    }

    @Test
    void aRefusalLeavesItsCheckUnderTheIdThatTheUserCanQuote() {
        Answer answer = bench.answer(bench.start(browser));
        answer.refused.add(EngineCheck.SIGNATURE_KEY);
        LoginRejectedException refusal =
                Refused.by(LoginCheck.R15_SIGNATURE_KEY, () -> bench.complete(answer, browser));
        AuditEvent last = bench.audited.get(bench.audited.size() - 1);
        assertThat(last.correlationId()).isEqualTo(refusal.correlationId()).isNotEmpty();
        assertThat(refusal.getMessage()).contains(refusal.correlationId());
        assertThat(last.details())
                .containsEntry("outcome", "Rejected")
                .containsEntry("check", "R15_SIGNATURE_KEY")
                .doesNotContainKeys("subject", "assertionId");
    }

    @Test
    void whatNamesNoLoginIsInTheTrailToo() {
        LoginRejectedException refusal = Refused.by(
                LoginCheck.R01_TRANSPORT, () -> bench.sp.completeLogin(LoginBench.form("x=y"), browser, () -> browser));
        assertThat(bench.audited).singleElement().satisfies(event -> {
            assertThat(event.correlationId()).isEqualTo(refusal.correlationId()).startsWith("_");
            assertThat(event.details()).containsEntry("check", "R01_TRANSPORT");
        });
    }

    @Test
    void anIdOfAForeignMessageIsCut() {
        Answer answer = bench.answer(Optional.of("_" + "x".repeat(100_000)));
        Refused.by(LoginCheck.R06_IN_RESPONSE_TO, () -> bench.complete(answer, browser));
        Map<String, String> details = bench.audited.get(0).details();
        assertThat(details.get("inResponseTo")).hasSize(512);
    }

    @Test
    void withoutATrailNobodyBeginsAndNobodyIsLoggedIn() {
        List<String> heard = new ArrayList<>();
        LoginBench broken = new LoginBench(builder -> builder.settings(ClientSettings.builder()
                .clock(bench.clock)
                .audit(event -> {
                    heard.add(event.operation() + " " + event.details().get("outcome"));
                    if (!event.operation().equals("start")) {
                        throw new IllegalStateException("the trail is full");
                    }
                })
                .build()));
        LoginRedirect redirect = broken.start(browser);
        assertThatThrownBy(() -> broken.complete(broken.answer(redirect), browser))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the trail is full");
        assertThat(broken.sp.session(browser("rotated"))).isEmpty();
        assertThat(heard).startsWith("start Started", "complete LoggedIn");
    }

    @Test
    void aTrailThatBreaksOnARefusalSaysSoAndKeepsTheRefusal() {
        LoginBench broken = new LoginBench(builder -> builder.settings(ClientSettings.builder()
                .clock(bench.clock)
                .audit(event -> {
                    throw new IllegalStateException("the trail is full");
                })
                .build()));
        assertThatThrownBy(() -> broken.sp.completeLogin(LoginBench.form("x=y"), browser, () -> browser))
                .isInstanceOf(IllegalStateException.class)
                .satisfies(fault -> assertThat(fault.getSuppressed()[0]).isInstanceOf(LoginRejectedException.class));
        assertThatThrownBy(() -> broken.start(browser)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theArchiveGetsRequestsAndAnswersAsTheyAre() {
        List<ArchivedMessage> kept = new ArrayList<>();
        LoginBench archiving = new LoginBench(builder -> builder.archive(kept::add));
        LoginRedirect redirect = archiving.start(browser);
        Answer answer = archiving.answer(redirect);
        byte[] xml = archiving.engine.bytesOf(answer);
        archiving.sp.completeLogin(LoginBench.form(xml, ""), browser, () -> browser("rotated"));
        assertThat(kept)
                .extracting(ArchivedMessage::kind)
                .containsExactly(ArchivedMessage.Kind.REQUEST, ArchivedMessage.Kind.RESPONSE);
        assertThat(kept).extracting(ArchivedMessage::correlationId).containsOnly(redirect.requestId());
        assertThat(new String(kept.get(0).content(), StandardCharsets.US_ASCII))
                .isEqualTo(redirect.uri().toString());
        assertThat(kept.get(1).content()).isEqualTo(xml);
        assertThat(kept.get(1).toString()).doesNotContain("ticket");
    }

    @Test
    void whatAnswersNoLoginIsNotArchived() {
        List<ArchivedMessage> kept = new ArrayList<>();
        LoginBench archiving = new LoginBench(builder -> builder.archive(kept::add));
        Refused.by(
                LoginCheck.R06_IN_RESPONSE_TO,
                () -> archiving.complete(archiving.answer(Optional.of("_invented")), browser));
        assertThat(kept).isEmpty();
    }

    @Test
    void anArchiveThatFailsLogsNobodyIn() {
        LoginBench archiving = new LoginBench(builder -> builder.archive(message -> {
            if (message.kind() == ArchivedMessage.Kind.RESPONSE) {
                throw new IllegalStateException("the archive is full");
            }
        }));
        Answer answer = archiving.answer(archiving.start(browser));
        assertThatThrownBy(() -> archiving.complete(answer, browser)).hasMessage("the archive is full");
        assertThat(archiving.sp.session(browser("rotated"))).isEmpty();
    }
}
