package dk.borgerbro.core.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.exchange.FileExchange.Entry;
import dk.borgerbro.core.journal.ChildJvm;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process that dies while putting leaves the whole file or none, and the name usable. */
class DirectoryExchangeCrashTest {
    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {CrashingPutter.HALFWAY, "WRITTEN", "SYNCED", "PUBLISHED", "DONE"})
    void fileIsThereAsAWholeOrNotAtAll(String death) throws Exception {
        assertThat(ChildJvm.run(CrashingPutter.class, directory.toString(), death))
                .isEqualTo(ChildJvm.HALTED);
        FileExchange exchange = FileExchange.directory(directory);

        if (CrashingPutter.isPublishedBy(death)) {
            assertThat(exchange.list()).extracting(Entry::name).containsExactly(CrashingPutter.NAME);
            assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> put(exchange));
        } else {
            assertThat(exchange.list()).isEmpty();
            put(exchange);
        }
        try (InputStream content = exchange.get(CrashingPutter.NAME)) {
            assertThat(content.readAllBytes()).isEqualTo(CrashingPutter.CONTENT);
        }
    }

    private static void put(FileExchange exchange) {
        exchange.put(CrashingPutter.NAME, () -> new ByteArrayInputStream(CrashingPutter.CONTENT));
    }
}
