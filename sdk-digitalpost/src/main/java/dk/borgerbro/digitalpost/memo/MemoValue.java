package dk.borgerbro.digitalpost.memo;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What all values of the message model share: equal if of one type with equal parts, and never printed, since any part may name a person. */
abstract class MemoValue {
    /** {@return all parts, absent ones as null} */
    abstract List<? extends @Nullable Object> parts();

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof MemoValue value && getClass() == value.getClass() && parts().equals(value.parts());
    }

    @Override
    public final int hashCode() {
        return parts().hashCode();
    }

    @Override
    public String toString() {
        return getClass().getSimpleName() + "(hidden)";
    }
}
