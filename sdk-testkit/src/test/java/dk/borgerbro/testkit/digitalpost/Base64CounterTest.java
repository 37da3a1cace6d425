package dk.borgerbro.testkit.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64CounterTest {
    @Test
    void countsWhatTheJdkDecodesHoweverTheTextIsCut() {
        Random random = new Random(42);
        for (int length = 0; length < 200; length++) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            char[] text = Base64.getMimeEncoder(4 + random.nextInt(72), new byte[] {'\r', '\n'})
                    .encodeToString(bytes)
                    .toCharArray();
            Base64Counter counter = new Base64Counter();
            int cut = random.nextInt(text.length + 1);
            counter.add(text, 0, cut);
            counter.add(text, cut, text.length - cut);
            assertThat(counter.isValid()).isTrue();
            assertThat(counter.bytes()).isEqualTo(length);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"A", "AA", "AAA", "AA=", "A===", "====", "=AAA", "AA==AA==", "AA=A", "AA-_", "AAA\u00e6", "AA.A"
            })
    void refusesWhatIsNotBase64(String text) {
        Base64Counter counter = new Base64Counter();
        counter.add(text.toCharArray(), 0, text.length());
        assertThat(counter.isValid()).isFalse();
    }
}
