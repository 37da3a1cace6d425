package dk.borgerbro.testkit.person;

/**
 * Invented persons. Their CPR numbers belong to nobody, because the birth dates lie in the future (seventh digit 4 to 9); what
 * such a person is, adult or child, is therefore told by the role and not by the date. All but the one that says otherwise have
 * a right modulus 11 check digit.
 */
public enum TestPerson {
    /** A woman who has everything: Digital Post, mobile number, NemKonto, income, MitID. */
    ADULT("0101505006", "Ane Prøvesen"),
    /** A man who has everything. */
    SECOND_ADULT("1402505059", "Bo Prøvesen"),
    /** Exempt from Digital Post: gets letters on paper. */
    EXEMPT_FROM_DIGITAL_POST("2303515014", "Clara Papirsen"),
    /** Not registered with NemSMS. */
    WITHOUT_NEMSMS("3103525011", "Dan Tavsen"),
    /** Has no NemKonto. */
    WITHOUT_NEMKONTO("1704545068", "Eva Kontoløs"),
    /** Has no income and no tax card. */
    WITHOUT_INCOME("0905555057", "Finn Indtægtsløs"),
    /** Under 15, child of {@link #ADULT}. */
    CHILD("2802565030", "Gry Prøvesen"),
    /** Lives under name and address protection. */
    PROTECTED("1107575045", "Hemmelig Beskyttet"),
    /** Has left the country. */
    EMIGRATED("2408535010", "Ida Udrejst"),
    /** Has died. */
    DECEASED("1909364015", "Jens Afdød"),
    /** Known by a constructed replacement number (da: erstatningspersonnummer): 60 is added to the day. */
    REPLACEMENT_NUMBER("7112555042", "Kim Midlertidig"),
    /** Has a number without a right check digit, as given out since 2007. */
    WITHOUT_CHECK_DIGIT("0202555005", "Lis Nummersen");

    private final String cpr;
    private final String fullName;

    TestPerson(String cpr, String fullName) {
        this.cpr = cpr;
        this.fullName = fullName;
    }

    /** {@return the CPR number, ten digits without a hyphen} */
    public String cpr() {
        return cpr;
    }

    /** {@return given name and surname} */
    public String fullName() {
        return fullName;
    }
}
