package dk.borgerbro.core.exchange;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assumptions.assumeThat;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.NotSentException;
import dk.borgerbro.core.error.TransportException;
import dk.borgerbro.core.exchange.FileExchange.Entry;
import dk.borgerbro.core.journal.Together;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectoryExchangeTest {
    @TempDir
    private Path outside;

    private Path directory;
    private FileExchange exchange;

    @BeforeEach
    void openExchange() throws IOException {
        directory = Files.createDirectory(outside.resolve("exchange"));
        exchange = FileExchange.directory(directory);
    }

    private void put(String name, String content) {
        exchange.put(name, () -> new ByteArrayInputStream(content.getBytes(UTF_8)));
    }

    private String read(String name) throws IOException {
        try (InputStream content = exchange.get(name)) {
            return new String(content.readAllBytes(), UTF_8);
        }
    }

    private List<String> namesOnDisk() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void filePutIsListedReadAndRemoved() throws IOException {
        put("lev-1.xml", "indhold æøå");

        assertThat(exchange.list())
                .extracting(Entry::name, Entry::size)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("lev-1.xml", 14L));
        assertThat(read("lev-1.xml")).isEqualTo("indhold æøå");
        exchange.remove("lev-1.xml");
        exchange.remove("lev-1.xml");
        assertThat(exchange.list()).isEmpty();
        assertThat(namesOnDisk()).isEmpty();
    }

    @Test
    void emptyFileIsAFile() throws IOException {
        put("empty", "");

        assertThat(read("empty")).isEmpty();
    }

    @Test
    void onlyTheOwnerMayReadOrWrite() throws IOException {
        assumeThat(directory.getFileSystem().supportedFileAttributeViews()).contains("posix");

        put("lev-1.xml", "secret");

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("lev-1.xml"))))
                .isEqualTo("rw-------");
    }

    @Test
    void nothingIsSeenUntilTheFileIsWhole() {
        AtomicBoolean looked = new AtomicBoolean();
        exchange.put("lev-1.xml", () -> new FilterInputStream(new ByteArrayInputStream(new byte[200_000])) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                assertThat(exchange.list()).isEmpty();
                looked.set(true);
                return super.read(buffer, from, length);
            }
        });

        assertThat(looked).isTrue();
        assertThat(exchange.list()).hasSize(1);
    }

    @Test
    void fileThatIsThereIsNotReplaced() throws IOException {
        put("lev-1.xml", "first");

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> put("lev-1.xml", "second"))
                .satisfies(e -> assertThat(e.findings()).extracting("rule").containsExactly("NAME_TAKEN"));
        assertThat(read("lev-1.xml")).isEqualTo("first");
        assertThat(namesOnDisk()).containsExactly("lev-1.xml");
    }

    @Test
    void fileThatAppearsWhileWritingIsNotReplaced() throws IOException {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> exchange.put("lev-1.xml", () -> {
                    Files.writeString(directory.resolve("lev-1.xml"), "other");
                    return new ByteArrayInputStream(new byte[10]);
                }));

        assertThat(read("lev-1.xml")).isEqualTo("other");
        assertThat(namesOnDisk()).containsExactly("lev-1.xml");
    }

    @Test
    void ofManyThreadsThatPutOneNameOneWins() throws Exception {
        List<String> won = Together.run(16, thread -> {
            try {
                put("lev-1.xml", "thread " + thread);
                return List.of("thread " + thread);
            } catch (InvalidInputException e) {
                return List.of();
            }
        });

        assertThat(won).hasSize(1).containsExactly(read("lev-1.xml"));
        assertThat(namesOnDisk()).containsExactly("lev-1.xml");
    }

    @Test
    void sourceThatFailsLeavesNothingAndIsNotQuoted() throws IOException {
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> exchange.put("lev-1.xml", () -> {
                    throw new IOException("/home/010190-0000.pdf");
                }))
                .withMessageContaining("could not be opened (java.io.IOException)")
                .withMessageNotContaining("010190")
                .withNoCause();
        assertThatExceptionOfType(NotSentException.class)
                .isThrownBy(() -> exchange.put("lev-1.xml", FailingStream::new))
                .withMessageContaining("could not be read")
                .withMessageNotContaining("010190")
                .withNoCause();
        assertThatIllegalStateException()
                .isThrownBy(() -> exchange.put("lev-1.xml", () -> {
                    throw new IllegalStateException();
                }));
        assertThat(namesOnDisk()).isEmpty();
    }

    @Test
    void directoryThatIsGoneMeansNotSent() throws IOException {
        Files.delete(directory);

        assertThatExceptionOfType(NotSentException.class).isThrownBy(() -> put("lev-1.xml", ""));
        assertThatExceptionOfType(TransportException.class).isThrownBy(exchange::list);
        exchange.remove("lev-1.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "..",
                "../x",
                "a/b",
                "a\\b",
                "/etc/passwd",
                ".hidden",
                "-rf",
                "a b",
                "å",
                "a\0b",
                "a:b",
                "x.part",
                "x.PART",
                "a\n"
            })
    void nameOfAnotherFormIsRefusedEverywhere(String name) throws IOException {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> put(name, ""))
                .satisfies(e -> assertThat(e.findings()).extracting("rule").containsExactly("NAME"));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> exchange.get(name));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> exchange.remove(name));
        assertThat(namesOnDisk()).isEmpty();
    }

    @Test
    void longestNameIsAccepted() throws IOException {
        put("n".repeat(200), "content");

        assertThat(read("n".repeat(200))).isEqualTo("content");
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> put("n".repeat(201), ""));
    }

    @Test
    void filesAreListedOldestFirstWithTiesByName() throws IOException {
        Instant time = Instant.parse("2026-03-01T10:00:00Z");
        for (String name : List.of("d", "b", "c", "a")) {
            put(name, name);
            Instant modified = name.equals("d") ? time.minusSeconds(1) : time;
            Files.setLastModifiedTime(directory.resolve(name), FileTime.from(modified));
        }

        assertThat(exchange.list()).extracting(Entry::name).containsExactly("d", "a", "b", "c");
        assertThat(exchange.list().get(0).modifiedAt()).isEqualTo(time.minusSeconds(1));
    }

    @Test
    void onlyCompleteFilesWithGoodNamesAreListed() throws IOException {
        Files.writeString(directory.resolve("x.part"), "half");
        Files.writeString(directory.resolve(".hidden"), "");
        Files.writeString(directory.resolve("with space"), "");
        Files.createDirectory(directory.resolve("folder"));
        Files.createSymbolicLink(directory.resolve("link"), Files.writeString(outside.resolve("foreign"), "secret"));
        put("good", "");

        assertThat(exchange.list()).extracting(Entry::name).containsExactly("good");
    }

    @Test
    void linksAreNeverFollowed() throws IOException {
        Path foreign = Files.writeString(outside.resolve("foreign"), "secret");
        Files.createSymbolicLink(directory.resolve("link"), foreign);
        Files.createSymbolicLink(directory.resolve("dangling"), outside.resolve("nowhere"));

        assertThatExceptionOfType(TransportException.class).isThrownBy(() -> exchange.get("link"));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> put("link", "overwritten"));
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> put("dangling", "written"));
        exchange.remove("link");
        assertThat(foreign).hasContent("secret");
        assertThat(outside.resolve("nowhere")).doesNotExist();
    }

    @Test
    void foldersAreNeitherReadNorRemoved() throws IOException {
        Files.createDirectory(directory.resolve("folder"));

        assertThatExceptionOfType(TransportException.class).isThrownBy(() -> exchange.get("folder"));
        assertThatExceptionOfType(TransportException.class).isThrownBy(() -> exchange.remove("folder"));
        assertThat(directory.resolve("folder")).isDirectory();
    }

    @Test
    void fileThatIsNotThereCannotBeRead() {
        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> exchange.get("lev-1.xml"))
                .withMessageContaining("'lev-1.xml' is not there");
    }

    @Test
    void whatIsNoDirectoryIsRefused() throws IOException {
        Path file = Files.writeString(outside.resolve("file"), "");

        assertThatExceptionOfType(ConfigurationException.class).isThrownBy(() -> FileExchange.directory(file));
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> FileExchange.directory(outside.resolve("missing")));
    }

    private static final class FailingStream extends FilterInputStream {
        FailingStream() {
            super(InputStream.nullInputStream());
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            throw new IOException("byte 5 of 010190-0000");
        }
    }
}
