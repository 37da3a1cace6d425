package dk.borgerbro.examples.tour;

import java.io.PrintStream;

/** Prints the tour in one voice. */
final class Narrator {
    private final PrintStream out;
    private int stop;

    Narrator(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println();
        out.println(text);
        out.println("=".repeat(text.length()));
    }

    void stop(String text) {
        out.println();
        out.println(++stop + ". " + text);
    }

    void say(String text) {
        out.println("   " + text);
    }

    /** Shows one fact that came back. */
    void fact(String name, Object value) {
        out.printf("   %-22s %s%n", name, value);
    }
}
