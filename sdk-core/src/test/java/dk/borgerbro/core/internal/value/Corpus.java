package dk.borgerbro.core.internal.value;

import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Reads a table of two columns; see the README beside the tables. */
public final class Corpus {
    private static final Pattern ESCAPE = Pattern.compile("\\\\u([0-9A-F]{4})");

    private Corpus() {}

    public static Stream<Arguments> of(String table) {
        try (InputStream in =
                Objects.requireNonNull(Corpus.class.getResourceAsStream("/dk/borgerbro/core/values/" + table), table)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", -1))
                    .map(columns -> arguments(unescape(columns[0]), columns[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String unescape(String text) {
        return ESCAPE.matcher(text.replace("\\t", "\t").replace("\\n", "\n"))
                .replaceAll(match -> String.valueOf((char) Integer.parseInt(match.group(1), 16)));
    }
}
