package dk.borgerbro.core.support.xml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64SinkTest {
    private static final int BLOCK = 32 * 1024;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** {@return whether the text was taken, in pieces of random lengths} */
    private boolean take(String text, Random random) throws IOException {
        Base64Sink sink = new Base64Sink(out);
        char[] letters = text.toCharArray();
        for (int at = 0; at < letters.length; ) {
            int length = Math.min(letters.length - at, 1 + random.nextInt(random.nextBoolean() ? 10 : 50_000));
            if (!sink.accept(letters, at, length)) {
                return false;
            }
            at += length;
        }
        return sink.finish() && sink.written() == out.size();
    }

    @Test
    void contentOfAnyLengthInPiecesOfAnyLengthIsDecoded() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] content = new byte[random.nextInt(random.nextBoolean() ? 50 : 120_000)];
            random.nextBytes(content);
            out.reset();
            assertThat(take(Base64.getEncoder().encodeToString(content), random))
                    .as("seed %d", seed)
                    .isTrue();
            assertThat(out.toByteArray()).as("seed %d", seed).isEqualTo(content);
        }
    }

    @Test
    void whiteSpaceIsLeftOutWhereverItBegins() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] content = new byte[random.nextInt(120_000)];
            random.nextBytes(content);
            StringBuilder text = new StringBuilder(Base64.getEncoder().encodeToString(content));
            int spaces = 1 + random.nextInt(30);
            int first = random.nextInt(text.length() + 1);
            for (int i = 0; i < spaces; i++) {
                text.insert(first + random.nextInt(text.length() - first + 1), " \r\n\t".charAt(random.nextInt(4)));
            }
            out.reset();
            assertThat(take(text.toString(), random)).as("seed %d", seed).isTrue();
            assertThat(out.toByteArray()).as("seed %d", seed).isEqualTo(content);
        }
    }

    @Test
    void oneWrongCharacterAnywhereIsNoticed() throws IOException {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            byte[] content = new byte[3 * (1 + random.nextInt(30_000))];
            StringBuilder text = new StringBuilder(Base64.getEncoder().encodeToString(content));
            text.setCharAt(
                    random.nextInt(text.length() - 1), "?=-_*\u0080\u00E6\u0141\u2003".charAt(random.nextInt(9)));
            out.reset();
            assertThat(take(text.toString(), random)).as("seed %d", seed).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, BLOCK - 4, BLOCK, BLOCK + 4})
    void whatFollowsTheEndIsNoticedUnlessItIsWhiteSpace(int before) throws IOException {
        char[] start = new char[before / 4 * 4];
        Arrays.fill(start, 'A');
        String text = new String(start) + "AA==";
        assertThat(take(text + " \n".repeat(BLOCK), new Random(1))).isTrue();
        assertThat(take(text + "AAAA", new Random(1))).isFalse();
        assertThat(take(text + "\nAAAA", new Random(1))).isFalse();
        assertThat(take(text + " ".repeat(BLOCK) + "AAAA", new Random(1))).isFalse();
    }

    @Test
    void whatIsCutIsNoticed() throws IOException {
        for (String text : new String[] {"A", "AA", "AAA", "AAAAA", "AA=", "A A A"}) {
            assertThat(take(text, new Random(1))).as(text).isFalse();
        }
        assertThat(take("", new Random(1))).isTrue();
        assertThat(take(" \n", new Random(1))).isTrue();
    }
}
