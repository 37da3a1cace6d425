package dk.borgerbro.examples.toolbox;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code id check VALUE…}: numbers of people, companies, places, accounts and payment slips. */
@Command(
        name = "id",
        description = "Numbers of people, companies, accounts and payment slips.",
        subcommands = IdCommand.Check.class)
final class IdCommand {
    private IdCommand() {}

    /** Checks values of the command line. */
    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = "Says of each value what it is and whether its check digits are right.")
    static final class Check implements Callable<Integer> {
        @Mixin
        private final Output output = new Output();

        @Option(
                names = "--as",
                paramLabel = "KIND",
                description =
                        "take the values for this kind: ${COMPLETION-CANDIDATES}; by default the form decides,"
                                + " and a number that could be both is taken for a CPR rather than a P number, and for a CVR rather than an SE")
        private IdKind kind = IdKind.ANY;

        @Parameters(arity = "1..*", paramLabel = "VALUE")
        private List<String> values = List.of();

        private Check() {}

        @Override
        public Integer call() {
            return Checks.values(values, output, value -> kind.or(value).check(value, output.showPersonal()));
        }
    }

    /** {@return the name as scripts see it} */
    static String label(IdKind kind) {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
