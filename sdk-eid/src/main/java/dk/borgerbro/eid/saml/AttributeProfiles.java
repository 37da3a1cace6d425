package dk.borgerbro.eid.saml;

import java.util.List;

/** The attribute profiles that NemLog-in offers under OIOSAML 4.0, for a request's extension. More may come: any URI can be asked for. */
public final class AttributeProfiles {
    private static final String PREFIX = "https://data.gov.dk/eid/";

    /** A Danish person with CPR number, where the service has the right to it. */
    public static final String PERSON_DK = PREFIX + "Person/DK";
    /** A Danish person without CPR number. */
    public static final String PERSON_DK_WITHOUT_CPR = PREFIX + "Person/DK/WithoutCPR";
    /** A Danish person who stays unnamed. */
    public static final String PERSON_DK_ANONYMOUS = PREFIX + "Person/DK/Anonymous";
    /** Somebody who acts for a Danish organisation. */
    public static final String PROFESSIONAL_DK = PREFIX + "Professional/DK";
    /** Somebody who acts for a Danish organisation and stays unnamed. */
    public static final String PROFESSIONAL_DK_ANONYMOUS = PREFIX + "Professional/DK/Anonymous";
    /** A person with the eID of another member state. */
    public static final String PERSON_EU = PREFIX + "Person/EU";
    /** A person with the eID of another member state, who stays unnamed. */
    public static final String PERSON_EU_ANONYMOUS = PREFIX + "Person/EU/Anonymous";
    /** A legal person with the eID of another member state. */
    public static final String LEGAL_PERSON_EU = PREFIX + "LegalPerson/EU";
    /** Somebody who acts for an organisation in another member state. */
    public static final String PROFESSIONAL_EU = PREFIX + "Professional/EU";

    /** All of them. */
    public static final List<String> ALL = List.of(
            PERSON_DK,
            PERSON_DK_WITHOUT_CPR,
            PERSON_DK_ANONYMOUS,
            PROFESSIONAL_DK,
            PROFESSIONAL_DK_ANONYMOUS,
            PERSON_EU,
            PERSON_EU_ANONYMOUS,
            LEGAL_PERSON_EU,
            PROFESSIONAL_EU);

    private AttributeProfiles() {}
}
