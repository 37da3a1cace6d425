package dk.borgerbro.examples.toolbox;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.digitalpost.memo.ContentSink;
import dk.borgerbro.digitalpost.memo.ConvertedMessage;
import dk.borgerbro.digitalpost.memo.MemoChecker;
import dk.borgerbro.digitalpost.memo.MemoConverter;
import dk.borgerbro.digitalpost.memo.MemoReader;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import dk.borgerbro.digitalpost.memo.MemoWriter;
import dk.borgerbro.digitalpost.memo.ReadMessage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code memo rewrite --to VERSION -o OUT FILE}: a message written again, in a version of choice. */
@Command(
        name = "rewrite",
        mixinStandardHelpOptions = true,
        description = "Reads a message and writes it again, tidy and in the version asked for; says what got lost.")
final class MemoRewriteCommand implements Callable<Integer> {
    @Mixin
    private final Output output = new Output();

    @Option(
            names = "--to",
            required = true,
            paramLabel = "VERSION",
            converter = Version.class,
            description = "1.1 or 1.2")
    private MemoVersion version = MemoVersion.V1_2;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "OUT",
            description = "file to write; replaced if it is there")
    private Path target = Path.of("");

    @Parameters(arity = "1", paramLabel = "FILE", description = "MeMo 1.1 or 1.2; - for standard input")
    private String file = "";

    private MemoRewriteCommand() {}

    @Override
    public Integer call() {
        return Checks.files(List.of(file), output, this::rewrite);
    }

    private CheckResult rewrite(String name, InputStream content) throws IOException {
        Path documents = Files.createTempDirectory("memo-rewrite");
        try {
            ReadMessage read = MemoReader.read(content, ContentSink.intoFolder(documents));
            ConvertedMessage converted = MemoConverter.convert(read.message(), version);
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
                MemoWriter.write(converted.message(), out);
            }
            List<Finding> earlier = MemoResult.join(ofTheOriginal(read.findings()), converted.findings());
            return MemoResult.of(MemoChecker.create().check(target))
                    .after(earlier)
                    .result(name, output.showPersonal());
        } catch (InvalidMessageException e) {
            return unreadable(name, e.failedChecks());
        } catch (InvalidInputException e) {
            return unreadable(name, e.findings());
        } finally {
            delete(documents);
        }
    }

    /** What was wrong with the original is worth a word; whether the result is good, its own check says. */
    private static List<Finding> ofTheOriginal(List<Finding> findings) {
        return findings.stream()
                .map(f -> Finding.warning(f.rule(), f.path(), "in the original: " + f.message()))
                .toList();
    }

    private static CheckResult unreadable(String name, List<Finding> findings) {
        CheckResult plain = CheckResult.unreadable(name, "is no MeMo that could be read to its end");
        return new CheckResult(name, plain.kind(), MemoResult.join(findings, plain.findings()), plain.facts());
    }

    private static void delete(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> list = Files.list(folder)) {
            list.forEach(files::add);
        }
        for (Path document : files) {
            Files.delete(document);
        }
        Files.delete(folder);
    }

    /** Takes versions as people write them. */
    static final class Version implements ITypeConverter<MemoVersion> {
        private Version() {}

        @Override
        public MemoVersion convert(String text) {
            return Stream.of(MemoVersion.values())
                    .filter(version -> version.text().equals(text))
                    .findFirst()
                    .orElseThrow(() -> new TypeConversionException("must be 1.1 or 1.2"));
        }
    }
}
