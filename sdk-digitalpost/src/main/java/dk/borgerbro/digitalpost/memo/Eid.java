package dk.borgerbro.digitalpost.memo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An electronic identity, such as {@code CVR:12345678-RID:1234567890123} ({@code grd:EID}). */
public final class Eid extends MemoValue {
    private final String eid;
    private final @Nullable String label;

    private Eid(String eid, @Nullable String label) {
        this.eid = eid;
        this.label = label;
    }

    /**
     * {@return the value}
     *
     * @param eid the identity
     */
    public static Eid of(String eid) {
        return new Eid(eid, null);
    }

    /**
     * {@return the value}
     *
     * @param eid the identity
     * @param label whose it is
     */
    public static Eid of(String eid, String label) {
        return new Eid(eid, label);
    }

    /** {@return the identity} */
    public String eid() {
        return eid;
    }

    /** {@return whose it is} */
    public Optional<String> label() {
        return Optional.ofNullable(label);
    }

    @Override
    List<? extends @Nullable Object> parts() {
        return Arrays.asList(eid, label);
    }
}
