package dk.borgerbro.digitalpost.memo;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The kind of an action ({@code actionCode}). Free text by schema, so kinds not listed here are kept as they are. */
public final class ActionCode {
    /** An appointment, the only kind with a reservation. */
    public static final ActionCode AFTALE = new ActionCode("AFTALE");
    /** Something to pay. */
    public static final ActionCode BETALING = new ActionCode("BETALING");
    /** A self-service page. */
    public static final ActionCode SELVBETJENING = new ActionCode("SELVBETJENING");
    /** Something to read. */
    public static final ActionCode INFORMATION = new ActionCode("INFORMATION");
    /** Something to sign. */
    public static final ActionCode UNDERSKRIV = new ActionCode("UNDERSKRIV");
    /** Something to confirm. */
    public static final ActionCode BEKRAEFT = new ActionCode("BEKRAEFT");
    /** Something to prepare. */
    public static final ActionCode FORBEREDELSE = new ActionCode("FORBEREDELSE");
    /** Something to sign up for. */
    public static final ActionCode TILMELDING = new ActionCode("TILMELDING");

    private static final Set<ActionCode> KNOWN =
            Set.of(AFTALE, BETALING, SELVBETJENING, INFORMATION, UNDERSKRIV, BEKRAEFT, FORBEREDELSE, TILMELDING);

    private final String wire;

    private ActionCode(String wire) {
        this.wire = wire;
    }

    /** {@return the kind with this text} */
    public static ActionCode of(String wire) {
        return new ActionCode(wire);
    }

    /** {@return whether the agency's guide lists it} */
    public boolean isKnown() {
        return KNOWN.contains(this);
    }

    /** {@return the text in the message} */
    public String text() {
        return wire;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ActionCode code && code.wire.equals(wire);
    }

    @Override
    public int hashCode() {
        return wire.hashCode();
    }

    @Override
    public String toString() {
        return isKnown() ? wire : "ActionCode(other)";
    }
}
