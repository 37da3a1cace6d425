package dk.borgerbro.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Every program of this folder runs, and prints what it should. */
class ProgramsTest {
    @Test
    void theReadmesFirstProgramPrintsAReceipt() throws Exception {
        assertThat(printed(() -> FirstLetter.main(new String[0]))).startsWith("RECEIVED ");
    }

    @Test
    void aRestartSendsNoSecondLetter() throws Exception {
        String out = printed(() -> JournalInDatabase.main(new String[0]));

        assertThat(out).contains("letters:    1");
        assertThat(out.lines()
                        .limit(2)
                        .map(line -> line.substring(line.indexOf("message")))
                        .distinct())
                .hasSize(1);
    }

    /** A program that prints. */
    private interface Program {
        void run() throws Exception;
    }

    private static String printed(Program program) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PrintStream before = System.out;
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }
}
