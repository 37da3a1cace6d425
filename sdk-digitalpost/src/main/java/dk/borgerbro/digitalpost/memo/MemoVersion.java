package dk.borgerbro.digitalpost.memo;

/** The two versions of MeMo in use; Digital Post takes both. */
public enum MemoVersion {
    /** In use since 2022. Knows no representatives. */
    V1_1("1.1"),
    /** In use since March 2025; becomes mandatory at a date not yet known. */
    V1_2("1.2");

    private final String text;

    MemoVersion(String text) {
        this.text = text;
    }

    /** {@return the version as in {@code memoVersion}} */
    public String text() {
        return text;
    }

    @Override
    public String toString() {
        return "MeMo " + text;
    }
}
