package dk.borgerbro.testkit;

/** Placeholder. */
public final class Placeholder {
    private Placeholder() {}
}
