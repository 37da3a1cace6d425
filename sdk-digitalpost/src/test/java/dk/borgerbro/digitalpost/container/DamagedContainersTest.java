package dk.borgerbro.digitalpost.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.digitalpost.memo.ContentSink;
import dk.borgerbro.digitalpost.memo.MemoReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever happens to a container on its way, reading it ends soon, in a result or in a typed error. */
@Timeout(300)
class DamagedContainersTest {
    private static final ContainerLimits LIMITS = new ContainerLimits(1000, 10_000_000, 20_000_000, 16 * 1024 * 1024);

    private final byte[] whole = TestLetters.container(TestLetters.letters(4, 1500));
    private final byte[] tar = Archives.tar(out -> {
        out.setAddPaxHeadersForNonAsciiNames(true);
        for (String name : new String[] {"1.xml", "æ".repeat(80) + ".xml", "mappe/3.xml"}) {
            Archives.file(out, name, new byte[700]);
        }
    });

    @Test
    void noCutIsTakenForAWhole() {
        for (int length = 0; length < whole.length; length += 1 + length / 300) {
            assertThat(new Visits().refusal(Arrays.copyOf(whole, length), LIMITS))
                    .as("cut to %d bytes", length)
                    .isNotEmpty();
        }
    }

    @Test
    void flippedBytesEndInFindingsOrATypedError() {
        for (long seed = 0; seed < 1500; seed++) {
            byte[] damaged = whole.clone();
            flip(damaged, new Random(seed));
            read(damaged, seed);
        }
    }

    @Test
    void flippedBytesInTheArchiveEndInFindingsOrATypedError() {
        for (long seed = 0; seed < 1500; seed++) {
            byte[] damaged = tar.clone();
            Random random = new Random(seed);
            flip(damaged, random);
            if (random.nextBoolean()) {
                mendChecksums(damaged);
            }
            read(Archives.lzma(damaged, 4096), seed);
        }
    }

    @Test
    void noiseEndsInATypedError() {
        for (long seed = 0; seed < 500; seed++) {
            byte[] noise = new byte[new Random(seed).nextInt(3000)];
            new Random(-seed).nextBytes(noise);
            assertThat(new Visits().refusal(noise, LIMITS)).as("seed %d", seed).isNotEmpty();
            assertThat(new Visits().refusal(Archives.lzma(noise, 4096), LIMITS))
                    .as("seed %d", seed)
                    .isNotEmpty();
        }
    }

    private static void flip(byte[] bytes, Random random) {
        int flips = 1 + random.nextInt(4);
        for (int i = 0; i < flips; i++) {
            int at = random.nextInt(random.nextBoolean() ? bytes.length : Math.min(bytes.length, 600));
            bytes[at] = random.nextBoolean() ? (byte) random.nextInt() : (byte) (bytes[at] ^ (1 << random.nextInt(8)));
        }
    }

    /** Makes records that look like headers pass, so that the damage gets further. */
    private static void mendChecksums(byte[] tar) {
        for (int record = 0; record + 512 <= tar.length; record += 512) {
            if (tar[record + 257] == 'u' && tar[record + 258] == 's') {
                Arrays.fill(tar, record + 148, record + 156, (byte) ' ');
                int sum = 0;
                for (int i = record; i < record + 512; i++) {
                    sum += tar[i] & 0xFF;
                }
                byte[] digits = String.format(java.util.Locale.ROOT, "%06o", sum)
                        .getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                System.arraycopy(digits, 0, tar, record + 148, 6);
                tar[record + 154] = 0;
            }
        }
    }

    private static void read(byte[] container, long seed) {
        try {
            ReadContainer read = ContainerReader.create()
                    .withLimits(LIMITS)
                    .read(
                            new ByteArrayInputStream(container),
                            entry -> MemoReader.read(entry.content(), ContentSink.inMemory(10_000_000)));
            assertThat(read.refused()).isLessThanOrEqualTo(1000);
        } catch (InvalidInputException e) {
            assertThat(e.findings()).isNotEmpty();
        } catch (IOException | RuntimeException e) {
            fail("seed " + seed, e);
        }
    }
}
