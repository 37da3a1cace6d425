package dk.borgerbro.eid.saml;

/** On which kind of device an app waits for the browser to come back after the switch to the MitID app. */
public enum AppPlatform {
    /** Android, which takes the user back by a package name or address. */
    ANDROID("Android"),
    /** iOS, which takes the user back by a universal link. */
    IOS("iOS");

    private final String word;

    AppPlatform(String word) {
        this.word = word;
    }

    /** {@return the word in requests} */
    public String word() {
        return word;
    }
}
