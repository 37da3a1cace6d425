package dk.borgerbro.examples;

import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.api.Test;

class FirstLetterTest {
    @Test
    void theReadmesFirstProgramRuns() {
        assertThatCode(() -> FirstLetter.main(new String[0])).doesNotThrowAnyException();
    }
}
