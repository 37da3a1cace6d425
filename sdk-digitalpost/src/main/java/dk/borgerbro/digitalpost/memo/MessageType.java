package dk.borgerbro.digitalpost.memo;

import org.jspecify.annotations.Nullable;

/** What a message is ({@code messageType}). The schema knows two kinds; others are kept when a message is read, and refused when one is sent. */
public final class MessageType {
    /** A letter: has a body. */
    public static final MessageType DIGITALPOST = new MessageType("DIGITALPOST");
    /** A text message (NemSMS): has a notification and no body. */
    public static final MessageType NEMSMS = new MessageType("NEMSMS");

    private final String wire;

    private MessageType(String wire) {
        this.wire = wire;
    }

    /** {@return the kind with this text} */
    public static MessageType of(String wire) {
        return new MessageType(wire);
    }

    /** {@return whether the schema knows it} */
    public boolean isKnown() {
        return equals(DIGITALPOST) || equals(NEMSMS);
    }

    /** {@return the text in the message} */
    public String text() {
        return wire;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MessageType type && type.wire.equals(wire);
    }

    @Override
    public int hashCode() {
        return wire.hashCode();
    }

    @Override
    public String toString() {
        return isKnown() ? wire : "MessageType(other)";
    }
}
