package dk.borgerbro.core.money;

/** The parts of the kingdom whose banks share the Danish registration numbers, each with a country code of its own. */
public enum IbanArea {
    /** Denmark. */
    DENMARK("DK"),
    /** The Faroe Islands (da: Færøerne). */
    FAROE_ISLANDS("FO"),
    /** Greenland (da: Grønland). */
    GREENLAND("GL");

    private final String countryCode;

    IbanArea(String countryCode) {
        this.countryCode = countryCode;
    }

    /** {@return the two letters that its IBANs begin with} */
    public String countryCode() {
        return countryCode;
    }
}
