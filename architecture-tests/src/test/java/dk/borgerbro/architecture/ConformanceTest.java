package dk.borgerbro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    private static final Pattern NAME = Pattern.compile("[A-Z]\\w*(\\.\\w+)*");
    private static final Set<String> OF_CLASSES = Set.of("class", "change it at");

    private final List<Path> sources = new ArrayList<>();

    ConformanceTest() throws IOException {
        for (String module : Modules.PUBLISHED) {
            sources.addAll(files(Modules.ROOT.resolve(module).resolve("src")));
        }
        sources.addAll(files(Modules.ROOT.resolve("architecture-tests/src")));
    }

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
                        if (!exists(code.group(1), isTest)) {
                            missing.add(page.getFileName() + ": " + code.group(1));
                        }
                    }
                }
            }
            assertThat(found).as("names in %s", page).isGreaterThan(50);
        }
        assertThat(missing).as("named, but not in the sources").isEmpty();
    }

    private boolean exists(String name, boolean isTest) throws IOException {
        String[] parts = name.split("\\.");
        if (!NAME.matcher(name).matches() || (isTest && parts.length != 2)) {
            return false;
        }
        String folder = isTest ? "/test/java/" : "/main/java/";
        String declared = isTest ? "(?m)^ {4}void %s\\(" : "\\b%s\\b";
        for (Path file : sources) {
            if (file.endsWith(parts[0] + ".java") && file.toUri().getPath().contains(folder)) {
                String source = Files.readString(file);
                if (Stream.of(parts).skip(1).allMatch(part -> contains(source, declared.replace("%s", part)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean contains(String source, String pattern) {
        return Pattern.compile(pattern).matcher(source).find();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
