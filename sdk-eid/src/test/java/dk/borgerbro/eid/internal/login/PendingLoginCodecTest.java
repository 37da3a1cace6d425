package dk.borgerbro.eid.internal.login;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.SubjectKind;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PendingLoginCodecTest {
    private static final PendingLogin FULL = new PendingLogin(
            "_request",
            "handle",
            Instant.parse("2026-03-10T09:00:00.123Z"),
            AssuranceLevel.HIGH,
            Optional.of(SubjectKind.PROFESSIONAL),
            true,
            "/sager?side=2",
            Optional.of("fingerprint"));

    @Test
    void aLoginComesBackAsItWas() {
        PendingLogin bare = new PendingLogin(
                "_r", "h", Instant.EPOCH, AssuranceLevel.LOW, Optional.empty(), false, "/", Optional.empty());
        assertThat(PendingLoginCodec.read(PendingLoginCodec.write(FULL))).contains(FULL);
        assertThat(PendingLoginCodec.read(PendingLoginCodec.write(bare))).contains(bare);
    }

    @Test
    void anotherVersionIsNoLogin() {
        byte[] bytes = PendingLoginCodec.write(FULL);
        bytes[0]++;
        assertThat(PendingLoginCodec.read(bytes)).isEmpty();
    }

    @Test
    void whatIsCutOrHasMoreIsNoLogin() {
        byte[] bytes = PendingLoginCodec.write(FULL);
        for (int length = 0; length < bytes.length; length++) {
            assertThat(PendingLoginCodec.read(Arrays.copyOf(bytes, length)))
                    .as("%d bytes", length)
                    .isEmpty();
        }
        assertThat(PendingLoginCodec.read(Arrays.copyOf(bytes, bytes.length + 1)))
                .isEmpty();
    }

    @Test
    void damagedBytesNeverThrow() {
        Random random = new Random(6);
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = PendingLoginCodec.write(FULL);
            for (int changes = 1 + random.nextInt(3); changes > 0; changes--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            assertThat(PendingLoginCodec.read(bytes)).isNotNull();
        }
    }

    @Test
    void nothingButTheIdIsPrinted() {
        assertThat(FULL).hasToString("PendingLogin(_request)");
    }
}
