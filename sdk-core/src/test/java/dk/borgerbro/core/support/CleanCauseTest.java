package dk.borgerbro.core.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class CleanCauseTest {
    @Test
    void typesAndPlacesStayAndMessagesDoNot() {
        IOException fault = new IOException("secret", new IllegalStateException("secret too"));

        CleanCause clean = CleanCause.of(fault);

        assertThat(clean).hasMessage("java.io.IOException");
        assertThat(clean.getStackTrace()).isEqualTo(fault.getStackTrace());
        assertThat(clean.getCause()).isInstanceOf(CleanCause.class).hasMessage("java.lang.IllegalStateException");
        assertThat(clean).hasStackTraceContaining("CleanCauseTest");
        assertThat(clean.getSuppressed()).isEmpty();
    }

    @Test
    void causesThatGoInCirclesEnd() {
        IOException one = new IOException("one");
        one.initCause(new IOException("two", one));
        int depth = 0;

        for (Throwable at = CleanCause.of(one); at != null; at = at.getCause()) {
            depth++;
        }

        assertThat(depth).isEqualTo(8);
    }
}
