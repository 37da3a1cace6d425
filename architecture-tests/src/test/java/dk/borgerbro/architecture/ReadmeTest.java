package dk.borgerbro.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every Java block of the documentation stands word for word in a source file that the build compiles and runs. A comment before the block
 * names it: {@code <!-- path/To/File.java#region -->}, and the file marks the region with {@code // tag::region} and
 * {@code // end::region}.
 */
class ReadmeTest {
    private static final Pattern BLOCK =
            Pattern.compile("(?:<!-- (\\S+)#(\\S+) -->\\n)?```java\\n(.*?)```", Pattern.DOTALL);

    @Test
    void everyJavaBlockStandsInASourceFile() throws IOException {
        List<String> unlike = new ArrayList<>();
        for (Path page : pages()) {
            Matcher block = BLOCK.matcher(Files.readString(page));
            while (block.find()) {
                String where = Modules.ROOT.relativize(page) + ": " + block.group(1) + "#" + block.group(2);
                if (block.group(1) == null || !block.group(3).equals(region(block.group(1), block.group(2)))) {
                    unlike.add(where);
                }
            }
        }
        assertThat(unlike).as("blocks that differ from their region").isEmpty();
    }

    @Test
    void theReadmeShowsAProgram() throws IOException {
        assertThat(Files.readString(Modules.ROOT.resolve("README.md"))).containsPattern(BLOCK);
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> docs = Files.walk(Modules.ROOT.resolve("docs"))) {
            return Stream.concat(Stream.of(Modules.ROOT.resolve("README.md")), docs)
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        }
    }

    private static String region(String file, String name) throws IOException {
        List<String> lines = Files.readAllLines(Modules.ROOT.resolve(file));
        int from = indexOf(lines, "// tag::" + name);
        int to = indexOf(lines, "// end::" + name);
        return String.join("\n", lines.subList(from + 1, to)).stripIndent().strip() + "\n";
    }

    private static int indexOf(List<String> lines, String marker) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).strip().equals(marker)) {
                return i;
            }
        }
        throw new AssertionError("no line '" + marker + "'");
    }
}
