package dk.borgerbro.examples.toolbox;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.digitalpost.memo.MemoCheck;
import dk.borgerbro.digitalpost.memo.MemoChecker;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code memo check FILE…}: messages of Digital Post. */
@Command(name = "memo", description = "Messages of Digital Post (MeMo).", subcommands = MemoCommand.Check.class)
final class MemoCommand {
    private static final Pattern PERSON_LIKE = Pattern.compile("\\d{6}[- ]?\\d{4}");

    private MemoCommand() {}

    /** Checks messages against schema and rules. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Checks messages against the schema and the rules for sending, and lists all that is wrong.")
    static final class Check implements Callable<Integer> {
        @Mixin
        private final Output output = new Output();

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "MeMo 1.1 or 1.2; - for standard input")
        private List<String> files = List.of();

        private Check() {}

        @Override
        public Integer call() {
            return Checks.files(files, output, this::check);
        }

        private CheckResult check(String name, InputStream content) throws IOException {
            MemoCheck check = MemoChecker.create().check(content);
            String version = check.memoVersion().orElse("");
            String kind = check.isReadable() ? "memo/" + version : "unreadable";
            return new CheckResult(name, kind, findings(check), facts(check));
        }

        /** Scripts look for the rule READ in a file that could not be read; the finding of the XML reader says where it stopped. */
        private static List<Finding> findings(MemoCheck check) {
            if (check.isReadable()
                    || check.findings().stream().anyMatch(f -> f.rule().equals("READ"))) {
                return check.findings();
            }
            List<Finding> findings = new ArrayList<>(check.findings());
            findings.add(Finding.error("READ", "", "is no MeMo that could be read to its end"));
            return findings;
        }

        private Map<String, Object> facts(MemoCheck check) {
            Map<String, Object> facts = new LinkedHashMap<>();
            check.memoVersion().ifPresent(version -> facts.put("memoVersion", version));
            check.messageType().ifPresent(type -> facts.put("messageType", type));
            check.messageUuid().ifPresent(uuid -> facts.put("messageUuid", uuid));
            check.label().ifPresent(label -> facts.put("label", shown(label)));
            if (check.isReadable()) {
                facts.put("mainFiles", check.mainFiles());
                facts.put("additionalDocuments", check.additionalDocuments());
                facts.put("technicalDocuments", check.technicalDocuments());
                facts.put("contentBytes", check.contentBytes());
            }
            return facts;
        }

        /** A subject is for everybody's eyes, unless somebody wrote a number of a person into it. */
        private String shown(String label) {
            return output.showPersonal() ? label : PERSON_LIKE.matcher(label).replaceAll("(hidden)");
        }
    }
}
