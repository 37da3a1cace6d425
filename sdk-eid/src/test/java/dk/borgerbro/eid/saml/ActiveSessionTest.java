package dk.borgerbro.eid.saml;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.eid.AssuranceLevel;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ActiveSessionTest {
    private static final Instant END = Instant.parse("2026-03-10T17:00:00Z");
    private static final NameId SUBJECT = NameId.of("https://data.gov.dk/model/core/eid/person/uuid/x");

    @Test
    void sessionSaysWhoAndHowLong() {
        ActiveSession session = ActiveSession.of(SUBJECT, AssuranceLevel.HIGH, END);

        assertThat(session.subject()).isEqualTo(SUBJECT);
        assertThat(session.level()).isEqualTo(AssuranceLevel.HIGH);
        assertThat(session.expiresAt()).isEqualTo(END);
        assertThat(session.sessionIndex()).isEmpty();
        assertThat(session.withSessionIndex("i").sessionIndex()).contains("i");
    }

    @Test
    void sessionsAreEqualInAllTheyHold() {
        ActiveSession session =
                ActiveSession.of(SUBJECT, AssuranceLevel.HIGH, END).withSessionIndex("i");

        assertThat(session)
                .isEqualTo(ActiveSession.of(SUBJECT, AssuranceLevel.HIGH, END).withSessionIndex("i"))
                .hasSameHashCodeAs(
                        ActiveSession.of(SUBJECT, AssuranceLevel.HIGH, END).withSessionIndex("i"))
                .isNotEqualTo(ActiveSession.of(SUBJECT, AssuranceLevel.HIGH, END))
                .isNotEqualTo(ActiveSession.of(SUBJECT, AssuranceLevel.LOW, END).withSessionIndex("i"))
                .isNotEqualTo(ActiveSession.of(NameId.of("y"), AssuranceLevel.HIGH, END)
                        .withSessionIndex("i"))
                .isNotEqualTo(ActiveSession.of(SUBJECT, AssuranceLevel.HIGH, END.plusNanos(1))
                        .withSessionIndex("i"));
    }

    @Test
    void nobodyIsNamedInPrint() {
        assertThat(ActiveSession.of(SUBJECT, AssuranceLevel.HIGH, END).withSessionIndex("index"))
                .hasToString("ActiveSession(HIGH, until 2026-03-10T17:00:00Z)");
    }
}
