package dk.borgerbro.eid.internal.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Base64TextTest {
    @ParameterizedTest
    @ValueSource(strings = {"aGVq", "aGVq\r\n", " a G\tV\nq ", "\r\naGVq"})
    void whiteSpaceOfXmlIsPassedOver(String text) {
        assertThat(Base64Text.decode(text)).hasValue("hej".getBytes(StandardCharsets.US_ASCII));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aGV",
                "aGVqaA",
                "aGVqaA=",
                "aGVq=",
                "aGV-",
                "aGV_",
                "aG*q",
                "aGVq\u0000",
                "aGVq\u00A0",
                "\u2028aGVq",
                "aGVq\uFEFF",
                "aGV\u0161",
                "====",
                "aG=VqA==",
                "aGVqaA==aGVq",
                "\u000BaGVq"
            })
    void allElseIsRefused(String text) {
        assertThat(Base64Text.decode(text)).isEmpty();
    }

    @Test
    void nothingDecodesToNothing() {
        assertThat(Base64Text.decode(" \n")).hasValue(new byte[0]);
    }

    @Test
    void whatTheJdkEncodesComesBackWhateverTheLineLength() {
        Random random = new Random(17);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            byte[] lineBreak = (random.nextBoolean() ? "\r\n" : "\n").getBytes(StandardCharsets.US_ASCII);
            Base64.Encoder encoder = Base64.getMimeEncoder(4 + random.nextInt(100), lineBreak);
            assertThat(Base64Text.decode(encoder.encodeToString(bytes))).hasValue(bytes);
        }
    }
}
