package dk.borgerbro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What the tables on conformance name exists in the sources: classes, and members where named, in columns headed {@code class} or
 * {@code change it at}; test methods in columns headed {@code test}.
 */
class ConformanceTest {
    private static final Pattern CODE = Pattern.compile("`([^`]*)`");
    private static final Pattern MEMBER = Pattern.compile("[A-Z]\\w*(\\.\\w+)*");
    private static final Pattern TEST_METHOD = Pattern.compile("[A-Z]\\w*\\.\\w+");
    private static final Set<String> OF_CLASSES = Set.of("class", "change it at");

    private static final List<String> MODULES = Stream.concat(Modules.PUBLISHED.stream(), Stream.of("architecture-tests"))
            .toList();

    @Test
    void whatTheTablesNameExists() throws IOException {
        List<String> missing = new ArrayList<>();
        for (Path page : files(Modules.ROOT.resolve("docs/conformance"))) {
            int found = 0;
            List<String> titles = List.of();
            for (String line : Files.readAllLines(page)) {
                List<String> cells =
                        Stream.of(line.split("\\|", -1)).map(String::strip).toList();
                titles = cells.size() == 1 ? List.of() : titles.isEmpty() ? cells : titles;
                for (int i = 0; i < Math.min(cells.size(), titles.size()); i++) {
                    Matcher code = CODE.matcher(cells.get(i));
                    boolean isTest = titles.get(i).equals("test");
                    while ((isTest || OF_CLASSES.contains(titles.get(i))) && code.find()) {
                        found++;
                        if (!(isTest ? isTest(code.group(1)) : isMember(code.group(1)))) {
                            missing.add(page.getFileName() + ": " + code.group(1));
                        }
                    }
                }
            }
            assertThat(found).as("names in %s", page).isGreaterThan(50);
        }
        assertThat(missing).as("named, but not in the sources").isEmpty();
    }

    private static boolean isMember(String name) throws IOException {
        return MEMBER.matcher(name).matches() && stands(name, "src/main/java", member -> "\\b" + member + "\\b");
    }

    private static boolean isTest(String name) throws IOException {
        return TEST_METHOD.matcher(name).matches()
                && stands(name, "src/test/java", method -> "(?m)^ {4}void " + method + "\\(");
    }

    private static boolean stands(String name, String folder, UnaryOperator<String> pattern) throws IOException {
        String[] parts = name.split("\\.");
        for (String module : MODULES) {
            Path sources = Modules.ROOT.resolve(module).resolve(folder);
            for (Path file : Files.isDirectory(sources) ? files(sources) : List.<Path>of()) {
                String source = file.endsWith(parts[0] + ".java") ? Files.readString(file) : "";
                if (!source.isEmpty()
                        && Stream.of(parts).skip(1).map(pattern).allMatch(p -> Pattern.compile(p).matcher(source).find())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
