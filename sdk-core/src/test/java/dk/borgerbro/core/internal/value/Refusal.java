package dk.borgerbro.core.internal.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dk.borgerbro.core.error.InvalidInputException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What every refusal of a value has in common: typed, explained, and silent about the value. */
public final class Refusal {
    /** Shorter values, such as a sign, can stand in an explanation by chance. */
    private static final int TELLING_LENGTH = 5;

    private Refusal() {}

    public static void assertRefused(String value, String type, String reason, ThrowingCallable parsing) {
        Throwable thrown = catchThrowable(parsing);
        assertThat(thrown)
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining(type)
                .hasMessageContaining(reason)
                .hasNoCause();
        assertThat(thrown.getSuppressed()).isEmpty();
        if (value.strip().length() >= TELLING_LENGTH) {
            assertThat(thrown.toString()).doesNotContain(value.strip());
        }
    }
}
