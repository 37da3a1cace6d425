package dk.borgerbro.digitalpost.memo;

import org.jspecify.annotations.Nullable;

/** The kind of number that names a sender or recipient ({@code idType}). Free text by schema, so kinds not listed here are kept as they are. */
public final class IdType {
    /** A CPR number: ten digits. */
    public static final IdType CPR = new IdType("CPR");
    /** A CVR number: eight digits. */
    public static final IdType CVR = new IdType("CVR");

    private final String wire;

    private IdType(String wire) {
        this.wire = wire;
    }

    /** {@return the kind with this text} */
    public static IdType of(String wire) {
        return new IdType(wire);
    }

    /** {@return whether it is one of the kinds that Digital Post accepts when sending} */
    public boolean isKnown() {
        return equals(CPR) || equals(CVR);
    }

    /** {@return the text in the message} */
    public String text() {
        return wire;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IdType type && type.wire.equals(wire);
    }

    @Override
    public int hashCode() {
        return wire.hashCode();
    }

    @Override
    public String toString() {
        return isKnown() ? wire : "IdType(other)";
    }
}
