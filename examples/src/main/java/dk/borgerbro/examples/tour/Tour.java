package dk.borgerbro.examples.tour;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Walks through every service against its simulator. Needs no network and no credentials. */
public final class Tour {
    private Tour() {}

    /** Runs the tour. */
    public static void main(String[] args) {
        run(new PrintStream(System.out, true, StandardCharsets.UTF_8));
    }

    static void run(PrintStream out) {
        Narrator narrator = new Narrator(out);
        out.println(
                "Borgerbro: Denmark's joint public infrastructure from Java. Independent, not an authority's product.");
        new LetterTour(narrator).run();
        new LoginTour(narrator).run();
        narrator.title("Where to go from here");
        narrator.say(
                "examples/src/main/java/dk/borgerbro/examples   the code of this tour, and one small program per task");
        narrator.say("java -jar examples/target/toolbox.jar --help   checks your own files, offline");
        narrator.say(
                "README.md                                      use it in your build; how far each service is proven");
    }
}
