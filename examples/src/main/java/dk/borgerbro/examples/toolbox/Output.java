package dk.borgerbro.examples.toolbox;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The options of every command that prints results. */
final class Output {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    @Option(names = "--json", description = "one JSON object per input and line")
    private boolean json;

    @Option(names = "--show-personal", description = "print personal content in full")
    private boolean showPersonal;

    /** Looked at by name when something fails; see {@link Toolbox}. */
    @Option(names = "--debug", description = "print a stack trace if the toolbox itself fails")
    void debug(boolean wanted) {}

    boolean showPersonal() {
        return showPersonal;
    }

    void printError(String message) {
        PrintWriter err = command.commandLine().getErr();
        err.println(message);
        err.flush();
    }

    ResultPrinter printer() {
        CommandLine line = command.commandLine();
        PrintWriter out = line.getOut();
        return new ResultPrinter(out, json, line.getColorScheme().ansi());
    }
}
