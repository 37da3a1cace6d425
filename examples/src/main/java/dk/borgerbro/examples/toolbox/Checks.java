package dk.borgerbro.examples.toolbox;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;

/** Runs a check over each input in the order given, and makes the exit code of all. */
final class Checks {
    static final int ALL_OK = 0;
    static final int SOME_NOT_OK = 1;
    static final int CANNOT_OPEN = 2;

    private Checks() {}

    /** Looks at one opened input. */
    interface FileCheck {
        CheckResult check(String name, InputStream content) throws IOException;
    }

    /** Looks at one value of the command line. */
    interface ValueCheck {
        CheckResult check(String value);
    }

    static int files(List<String> names, Output output, FileCheck check) {
        ResultPrinter printer = output.printer();
        int exit = ALL_OK;
        for (String name : names) {
            try (InputStream content = open(name)) {
                CheckResult result = check.check(name, content);
                printer.print(result);
                exit = Math.max(exit, result.ok() ? ALL_OK : SOME_NOT_OK);
            } catch (IOException | InvalidPathException e) {
                printer.print(CheckResult.unreadable(name, "cannot be opened or read to its end"));
                exit = CANNOT_OPEN;
            }
        }
        return exit;
    }

    static int values(List<String> values, Output output, ValueCheck check) {
        ResultPrinter printer = output.printer();
        int exit = ALL_OK;
        for (String value : values) {
            CheckResult result = check.check(value);
            printer.print(result);
            exit = Math.max(exit, result.ok() ? ALL_OK : SOME_NOT_OK);
        }
        return exit;
    }

    /** Says what is wrong with the options; nothing was looked at. */
    static int wrongSetUp(Output output, String message) {
        output.printError(message);
        return CANNOT_OPEN;
    }

    private static InputStream open(String name) throws IOException {
        return name.equals("-") ? unclosed(System.in) : Files.newInputStream(Path.of(name));
    }

    /** Standard input belongs to the process. */
    private static InputStream unclosed(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public void close() {}
        };
    }
}
