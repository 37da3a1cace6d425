package dk.borgerbro.testkit.nemlogin;

/** A level of assurance (da: sikringsniveau) of NSIS, lowest first. */
public enum SimulatedLevel {
    /** Da: Lav. */
    LOW("Low", "Lav"),
    /** Da: Betydelig. */
    SUBSTANTIAL("Substantial", "Betydelig"),
    /** Da: Høj. */
    HIGH("High", "Høj");

    private final String word;
    private final String danish;

    SimulatedLevel(String word, String danish) {
        this.word = word;
        this.danish = danish;
    }

    /** {@return the word that stands in an assertion} */
    public String word() {
        return word;
    }

    String danish() {
        return danish;
    }
}
