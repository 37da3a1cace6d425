package dk.borgerbro.testkit.digitalpost;

/** How a recipient stands with Digital Post; the wire values of {@code publicRegistrationStatus}. */
public enum RegistrationState {
    /** Can receive. */
    REGISTERED("AUTOMATIC_REGISTRATION"),
    /** Exempt (da: fritaget): only mandatory post gets through. */
    EXEMPT("EXEMPT_OTHER_REASON"),
    /** Deceased, or a company that is closed. */
    CLOSED("UNKNOWN"),
    /** Known to the service, but neither registered nor exempt, such as a child. */
    UNKNOWN("UNKNOWN");

    private final String registrationStatus;

    RegistrationState(String registrationStatus) {
        this.registrationStatus = registrationStatus;
    }

    String registrationStatus() {
        return registrationStatus;
    }
}
