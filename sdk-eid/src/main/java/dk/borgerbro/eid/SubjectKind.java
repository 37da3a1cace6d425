package dk.borgerbro.eid;

/** As what somebody logs in. */
public enum SubjectKind {
    /** For oneself (da: privatperson). */
    PERSON("person"),
    /** On behalf of an organisation (da: erhvervsidentitet). */
    PROFESSIONAL("professional");

    private final String word;

    SubjectKind(String word) {
        this.word = word;
    }

    /** {@return the word in identifiers} */
    String word() {
        return word;
    }
}
