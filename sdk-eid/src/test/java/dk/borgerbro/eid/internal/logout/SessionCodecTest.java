package dk.borgerbro.eid.internal.logout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.saml.ActiveSession;
import dk.borgerbro.eid.saml.NameId;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SessionCodecTest {
    private static final Instant END = Instant.parse("2026-03-10T17:00:00.123456789Z");
    private static final ActiveSession FULL = ActiveSession.of(
                    NameId.of("æøå €\uD83D\uDE00")
                            .withFormat(NameId.PERSISTENT)
                            .withNameQualifier("")
                            .withSpNameQualifier("sp"),
                    AssuranceLevel.HIGH,
                    END)
            .withSessionIndex("index");

    @ParameterizedTest
    @EnumSource
    void everySessionIsReadAsItWasWritten(AssuranceLevel level) {
        ActiveSession bare = ActiveSession.of(NameId.of("x"), level, END);

        assertThat(SessionCodec.read(SessionCodec.write(bare))).contains(bare);
        assertThat(SessionCodec.read(SessionCodec.write(FULL))).contains(FULL);
    }

    @ParameterizedTest
    @ValueSource(bytes = {0, 2, 127, -1})
    void whatAnotherVersionWroteIsNoSession(byte version) {
        byte[] bytes = SessionCodec.write(FULL);
        bytes[0] = version;

        assertThat(SessionCodec.read(bytes)).isEmpty();
    }

    @Test
    void whatIsCutIsNoSession() {
        byte[] whole = SessionCodec.write(FULL);
        for (int length = 0; length < whole.length; length++) {
            assertThat(SessionCodec.read(Arrays.copyOf(whole, length))).isEmpty();
        }
    }

    @Test
    void whatIsDamagedIsASessionOrNone() {
        Random random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            byte[] bytes = SessionCodec.write(FULL);
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            assertThatCode(() -> SessionCodec.read(bytes)).doesNotThrowAnyException();
        }
    }
}
