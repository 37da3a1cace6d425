package dk.borgerbro.testkit.person;

/** Invented organisations; the CVR numbers have right check digits and lie in a range that the register has not given out. */
public enum TestOrganisation {
    /** Pays, reports and writes letters. */
    MUNICIPALITY("99000007", "Prøvested Kommune"),
    /** A state agency. */
    AGENCY("99000015", "Styrelsen for Prøver"),
    /** Receives letters and payments. */
    COMPANY("99000023", "Prøvefirmaet ApS"),
    /** Runs systems on behalf of others. */
    VENDOR("99000031", "Prøvesystemer A/S");

    private final String cvr;
    private final String organisationName;

    TestOrganisation(String cvr, String organisationName) {
        this.cvr = cvr;
        this.organisationName = organisationName;
    }

    /** {@return the CVR number, eight digits} */
    public String cvr() {
        return cvr;
    }

    /** {@return the name} */
    public String organisationName() {
        return organisationName;
    }
}
