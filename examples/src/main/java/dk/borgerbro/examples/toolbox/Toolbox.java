package dk.borgerbro.examples.toolbox;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParseResult;

/** {@code java -jar toolbox.jar COMMAND … FILE…}: exit 0 if all is well, 1 if something is not, 2 for wrong usage. */
@Command(
        name = "toolbox",
        mixinStandardHelpOptions = true,
        version = "Borgerbro toolbox",
        description = "Checks and explains files for Denmark's public infrastructure, offline.",
        footer = "Independent, not an authority's product.",
        subcommands = {IdCommand.class, KeyCommand.class, MemoCommand.class, SamlCommand.class},
        synopsisSubcommandLabel = "COMMAND")
public final class Toolbox {
    private Toolbox() {}

    /** Runs a command and exits with its code. */
    public static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Toolbox())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Toolbox::explain);
    }

    private static int explain(Exception failure, CommandLine line, ParseResult parsed) {
        PrintWriter err = line.getErr();
        err.println("the toolbox failed: " + failure.getClass().getSimpleName() + "; --debug prints where");
        if (deepest(parsed).hasMatchedOption("--debug")) {
            failure.printStackTrace(err);
        }
        err.flush();
        return CommandLine.ExitCode.USAGE;
    }

    private static ParseResult deepest(ParseResult parsed) {
        return parsed.hasSubcommand() ? deepest(parsed.subcommand()) : parsed;
    }
}
