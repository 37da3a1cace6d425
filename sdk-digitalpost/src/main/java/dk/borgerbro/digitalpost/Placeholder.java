package dk.borgerbro.digitalpost;

/** Placeholder. */
public final class Placeholder {
    private Placeholder() {}
}
