package dk.borgerbro.digitalpost.container;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.digitalpost.memo.ContentSink;
import dk.borgerbro.digitalpost.memo.MemoReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Runs with little memory, for {@link LargeContainerTest}. */
final class LargeContainer {
    private static final int LETTERS = 10_000;

    private LargeContainer() {}

    public static void main(String[] arguments) throws IOException {
        Path file = Path.of(arguments[1]);
        if (arguments[0].equals("letters")) {
            letters(file);
        } else {
            refuse(file);
        }
    }

    private static void letters(Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            ContainerWriter.write(out, container -> {
                for (int i = 0; i < LETTERS; i++) {
                    container.add(TestLetters.letter(i, 3000));
                }
            });
        }
        try (InputStream in = Files.newInputStream(file)) {
            ReadContainer read = ContainerReader.create().read(in, entry -> {
                if (!MemoReader.read(entry.content(), ContentSink.skip())
                        .findings()
                        .isEmpty()) {
                    throw new IOException("a letter is not what was written");
                }
            });
            System.out.print(read);
        }
    }

    private static void refuse(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            ReadContainer read = ContainerReader.create()
                    .read(in, entry -> MemoReader.read(entry.content(), ContentSink.inMemory(10_000_000)));
            System.out.print(
                    "read " + read.findings().stream().map(Finding::rule).toList());
        } catch (InvalidInputException e) {
            System.out.print(
                    "refused " + e.findings().stream().map(Finding::rule).toList());
        }
    }
}
