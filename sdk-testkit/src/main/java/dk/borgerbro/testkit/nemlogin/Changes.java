package dk.borgerbro.testkit.nemlogin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/**
 * What a test does to a message at one stage, in the order asked for.
 *
 * @param steps one after the other
 */
record Changes<T>(List<UnaryOperator<T>> steps) {
    static <T> Changes<T> none() {
        return new Changes<>(List.of());
    }

    Changes<T> then(UnaryOperator<T> step) {
        List<UnaryOperator<T>> more = new ArrayList<>(steps);
        more.add(step);
        return new Changes<>(List.copyOf(more));
    }

    Changes<T> doing(Consumer<T> step) {
        return then(value -> {
            step.accept(value);
            return value;
        });
    }

    T apply(T value) {
        T changed = value;
        for (UnaryOperator<T> step : steps) {
            changed = step.apply(changed);
        }
        return changed;
    }
}
