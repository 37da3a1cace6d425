package dk.borgerbro.architecture;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.List;

/** The compiled modules of this repository, imported once from their folders: scanning every jar would take ten seconds. */
final class Modules {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    static final List<String> CLIENTS = List.of("sdk-digitalpost", "sdk-eid");
    static final List<String> TESTKITS = List.of("sdk-testkit-base", "sdk-testkit");
    static final List<String> PUBLISHED =
            List.of("sdk-core", "sdk-digitalpost", "sdk-eid", "sdk-testkit-base", "sdk-testkit");

    private Modules() {}

    static JavaClasses of(List<String> modules) {
        // Names are enough for the rules; resolving third-party classes would only cost time.
        ArchConfiguration.get().setResolveMissingDependenciesFromClassPath(false);
        return new ClassFileImporter()
                .importPaths(modules.stream()
                        .map(m -> ROOT.resolve(m).resolve("target/classes"))
                        .toList());
    }

    static JavaClasses sdk() {
        return of(List.of("sdk-core", "sdk-digitalpost", "sdk-eid"));
    }

    static Path sources(String module) {
        return ROOT.resolve(module).resolve("src/main/java");
    }
}
