package dk.borgerbro.core.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Reason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SecretTest {
    @TempDir
    private Path directory;

    @Test
    void itNeverPrintsItself() {
        assertThat(Secret.of("kodeord")).hasToString("Secret(hidden)");
        assertThat(String.valueOf(Secret.of("kodeord".toCharArray()))).doesNotContain("kodeord");
    }

    @Test
    void itKeepsItsOwnCopy() {
        char[] given = "kodeord".toCharArray();
        Secret secret = Secret.of(given);
        given[0] = 'x';

        assertThat(text(secret)).isEqualTo("kodeord");
    }

    @Test
    void whatItLendsIsWipedAfterwards() {
        AtomicReference<char[]> kept = new AtomicReference<>();
        Secret secret = Secret.of("kodeord");
        secret.use(characters -> {
            kept.set(characters);
            return "";
        });

        assertThat(kept.get()).containsOnly('\0').hasSize(7);
        assertThat(text(secret)).isEqualTo("kodeord");
    }

    @Test
    void whatItLendsIsWipedEvenIfTheBorrowerFails() {
        AtomicReference<char[]> kept = new AtomicReference<>();

        assertThatThrownBy(() -> Secret.of("kodeord").use(characters -> {
                    kept.set(characters);
                    throw new IllegalArgumentException("no");
                }))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(kept.get()).containsOnly('\0');
    }

    @Test
    void closedItLendsNothing() {
        Secret secret = Secret.of("kodeord");
        secret.close();
        secret.close();

        assertThatThrownBy(() -> text(secret))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the secret is closed");
    }

    @Test
    void anUnsetVariableIsNamed() {
        assertThat(Failures.all(() -> Secret.fromEnv("BORGERBRO_NOT_SET"), Reason.NOT_READABLE))
                .hasMessageContaining("environment variable BORGERBRO_NOT_SET");
        assertThat(text(Secret.fromEnv("PATH"))).isEqualTo(System.getenv("PATH"));
    }

    @ParameterizedTest
    @CsvSource({"kodeord,kodeord", "kodeord\\n,kodeord", "kodeord\\r\\n,kodeord", "æ ø\\n\\n,æ ø\\n", "\\n,''"})
    void aFileIsReadWithoutItsLastLineBreak(String content, String expected) throws Exception {
        Path file = Files.writeString(directory.resolve("secret"), unescape(content));

        assertThat(text(Secret.fromFile(file))).isEqualTo(unescape(expected));
    }

    @Test
    void anEmptyFileIsAnEmptySecret() throws Exception {
        assertThat(text(Secret.fromFile(Files.createFile(directory.resolve("empty")))))
                .isEmpty();
    }

    @Test
    void filesThatHoldNoTextAreRefusedWithoutQuotingThem() throws Exception {
        Path file = Files.write(directory.resolve("secret.bin"), new byte[] {'k', 'o', 'd', (byte) 0xff});
        CredentialException error = Failures.all(() -> Secret.fromFile(file), Reason.MALFORMED);

        assertThat(error).hasMessageContaining("secret file secret.bin").hasMessageNotContaining("kod");
        Failures.one(() -> Secret.fromFile(directory.resolve("missing")), Reason.NOT_READABLE);
        Path big = Files.write(
                directory.resolve("big"), "x".repeat(1024 * 1024 + 1).getBytes(StandardCharsets.UTF_8));
        Failures.one(() -> Secret.fromFile(big), Reason.MALFORMED);
    }

    private static String text(Secret secret) {
        return secret.use(String::new);
    }

    private static String unescape(String text) {
        return text.replace("\\r", "\r").replace("\\n", "\n");
    }
}
