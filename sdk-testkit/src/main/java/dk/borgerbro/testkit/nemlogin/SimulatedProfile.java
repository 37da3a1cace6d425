package dk.borgerbro.testkit.nemlogin;

/** The version of the OIOSAML Web SSO profile that the identity provider speaks. */
public enum SimulatedProfile {
    /** 3.0.3, for existing systems. */
    OIO_3_0("https://data.gov.dk/concept/core/nsis/loa/", "OIO-SAML-3.0", "idp/saml/3.0/"),
    /** 4.0.0; what {@code specVersion} says there is not published, so the value here is a guess. */
    OIO_4_0("https://data.gov.dk/concept/core/loa/", "OIO-SAML-4.0", "idp/saml/4.0/");

    private final String levels;
    private final String specVersion;
    private final String path;

    SimulatedProfile(String levels, String specVersion, String path) {
        this.levels = levels;
        this.specVersion = specVersion;
        this.path = path;
    }

    /** {@return the class reference of a level} */
    public String reference(SimulatedLevel level) {
        return levels + level.word();
    }

    String levels() {
        return levels;
    }

    String specVersion() {
        return specVersion;
    }

    String path() {
        return path;
    }
}
