package dk.borgerbro.examples.tour;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.testkit.person.TestPerson;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TourTest {
    @Test
    void theTourShowsWhatItPromises() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Tour.run(new PrintStream(out, true, StandardCharsets.UTF_8));

        String told = out.toString(StandardCharsets.UTF_8);
        assertThat(told)
                .contains("technical receipt      RECEIVED")
                .contains("business receipt       COMPLETED")
                .contains("HTTP 503, then HTTP 503, then HTTP 201")
                .contains("no answer, then no answer, then no answer")
                .contains("OutcomeUnknownException")
                .contains("find(key) says         UNKNOWN")
                .contains("find(key) says         ACCEPTED")
                .contains("V11")
                .contains("who must act           SETUP")
                .contains("level                  SUBSTANTIAL")
                .contains("organisation           Prøvested Kommune")
                .contains("the result             Cancelled")
                .contains("refused with           R12_SIGNATURE_MISSING")
                .contains("refused with           R06_IN_RESPONSE_TO")
                .contains("the audit trail has    Rejected R06_IN_RESPONSE_TO");
        for (TestPerson person : TestPerson.values()) {
            assertThat(told).doesNotContain(person.cpr());
        }
    }
}
