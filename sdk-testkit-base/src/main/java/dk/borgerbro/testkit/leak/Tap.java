package dk.borgerbro.testkit.leak;

/** Listens to one source of text for a {@link LeakLog}. */
interface Tap extends AutoCloseable {
    /** Listens, if it does not yet or if a test has taken it off since; called before each test class. */
    void attach();

    /** Leaves the source as it was. */
    @Override
    void close();
}
