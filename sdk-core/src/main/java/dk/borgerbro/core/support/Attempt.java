package dk.borgerbro.core.support;

import dk.borgerbro.core.support.FailedTry.Health;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How one try ended: with a result or with a failure.
 *
 * @param value what the reader made, null after a failure
 * @param failure null after a success
 */
record Attempt<T>(@Nullable T value, @Nullable FailedTry failure) {
    static <T> Attempt<T> done(T value) {
        return new Attempt<>(value, null);
    }

    static <T> Attempt<T> failed(FailedTry failure) {
        return new Attempt<>(null, failure);
    }

    T result() {
        return Objects.requireNonNull(value, "a reader returned null");
    }

    Health health() {
        return failure == null ? Health.ALIVE : failure.health();
    }
}
