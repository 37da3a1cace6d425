package dk.borgerbro.examples.toolbox;

import dk.borgerbro.digitalpost.memo.MemoChecker;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code memo check FILE…}: messages against schema and rules. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Checks messages against the schema and the rules for sending, and lists all that is wrong.")
final class MemoCheckCommand implements Callable<Integer> {
    @Mixin
    private final Output output = new Output();

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "MeMo 1.1 or 1.2; - for standard input")
    private List<String> files = List.of();

    private MemoCheckCommand() {}

    @Override
    public Integer call() {
        return Checks.files(
                files,
                output,
                (name, content) ->
                        MemoResult.of(MemoChecker.create().check(content)).result(name, output.showPersonal()));
    }
}
