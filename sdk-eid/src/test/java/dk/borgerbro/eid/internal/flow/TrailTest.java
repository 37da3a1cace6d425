package dk.borgerbro.eid.internal.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.id.CvrNumber;
import java.time.Clock;
import org.junit.jupiter.api.Test;

class TrailTest {
    private static final CvrNumber AUTHORITY = CvrNumber.of("34051178");

    @Test
    void whatComesFromAMessageStaysOnItsLine() {
        Trail trail = new Trail("_id").put("sessionIndex", "a\nlogin.complete outcome=LoggedIn\r\u0085\u2028b\u0000c");

        assertThat(trail.details()).containsEntry("sessionIndex", "a login.complete outcome=LoggedIn   b c");
    }

    @Test
    void otherTextStaysAsItIs() {
        assertThat(new Trail("_id").put("subject", "Åse 😀").details()).containsEntry("subject", "Åse 😀");
    }

    @Test
    void longTextIsCut() {
        assertThat(new Trail("_id")
                        .put("requestId", "x".repeat(10_000))
                        .details()
                        .get("requestId"))
                .hasSize(512);
    }

    @Test
    void theIdOfTheRequestIsCleanedToo() {
        Trail trail = new Trail("_id");
        trail.belongsTo("_evil\nline");

        assertThat(trail.correlationId()).isEqualTo("_evil line");
    }

    @Test
    void aTrailThatBreaksDownKeepsTheFaultThatItWasToldOf() {
        RuntimeException fault = new IllegalArgumentException("the login's");
        RuntimeException own = new IllegalStateException("the trail's");
        AuditTrail audit = new AuditTrail(
                event -> {
                    throw own;
                },
                AUTHORITY,
                Clock.systemUTC());

        assertThatThrownBy(() -> audit.tell("complete", new Trail("_id"), fault))
                .isSameAs(own)
                .hasSuppressedException(fault);
    }
}
