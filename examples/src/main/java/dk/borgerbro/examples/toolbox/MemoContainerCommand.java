package dk.borgerbro.examples.toolbox;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.digitalpost.container.ContainerEntry;
import dk.borgerbro.digitalpost.container.ContainerReader;
import dk.borgerbro.digitalpost.container.ContainerVisitor;
import dk.borgerbro.digitalpost.container.RefusedEntry;
import dk.borgerbro.digitalpost.memo.MemoChecker;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code memo container FILE…}: every message in a container. */
@Command(
        name = "container",
        mixinStandardHelpOptions = true,
        description = "Checks each message in containers (.tar.lzma); a bad one does not stop the others.")
final class MemoContainerCommand implements Callable<Integer> {
    @Mixin
    private final Output output = new Output();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "container; - for standard input")
    private List<String> files = List.of();

    private MemoContainerCommand() {}

    @Override
    public Integer call() {
        return Checks.files(files, output, (name, content) -> new Contents(output.showPersonal()).check(name, content));
    }

    /** What is in one container. */
    private static final class Contents implements ContainerVisitor {
        private final boolean showPersonal;
        private final List<Finding> findings = new ArrayList<>();
        private final List<Map<String, Object>> messages = new ArrayList<>();

        private Contents(boolean showPersonal) {
            this.showPersonal = showPersonal;
        }

        CheckResult check(String name, InputStream content) throws IOException {
            String kind = "container";
            try {
                ContainerReader.create().read(content, this);
            } catch (InvalidInputException e) {
                kind = "unreadable";
                findings.addAll(e.findings().stream()
                        .filter(finding -> finding.path().isEmpty())
                        .toList());
                findings.add(Finding.error("READ", "", "is no container that could be read to its end"));
            }
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("entries", messages.size());
            facts.put("messages", messages);
            return new CheckResult(name, kind, findings, facts);
        }

        @Override
        public void message(ContainerEntry entry) throws IOException {
            MemoResult result = MemoResult.of(MemoChecker.create().check(entry.content()));
            for (Finding finding : result.findings()) {
                String path = "/entry[" + entry.position() + "]" + finding.path();
                findings.add(new Finding(finding.rule(), finding.severity(), path, finding.message()));
            }
            Map<String, Object> message = message(entry.name(), result.isOk());
            result.check().messageUuid().ifPresent(uuid -> message.put("messageUuid", uuid));
            message.put("findings", ResultPrinter.objects(result.findings()));
        }

        @Override
        public void refused(RefusedEntry entry) {
            findings.addAll(entry.findings());
            message(entry.name(), false).put("findings", ResultPrinter.objects(entry.findings()));
        }

        private Map<String, Object> message(String entry, boolean ok) {
            Map<String, Object> message = new LinkedHashMap<>();
            message.put("entry", showPersonal ? entry : MemoResult.masked(entry));
            message.put("ok", ok);
            messages.add(message);
            return message;
        }
    }
}
