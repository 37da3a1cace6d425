package dk.borgerbro.eid.privilege;

/** What a known scope names. The profile's identifiers; other schemes are {@link #OTHER}. */
public enum ScopeKind {
    /** A company or authority, by its CVR number. */
    CVR("urn:dk:gov:saml:cvrNumberIdentifier:", 8),
    /** A place where a company works, by its P number. */
    PRODUCTION_UNIT("urn:dk:gov:saml:productionUnitIdentifier:", 10),
    /** A company or part of it, by its SE number. */
    SE("urn:dk:gov:saml:seNumberIdentifier:", 8),
    /** A person, by the CPR number. */
    CPR("urn:dk:gov:saml:cprNumberIdentifier:", 10),
    /** Something else, or an identifier without the right number of digits. */
    OTHER("", 0);

    private final String prefix;
    private final int digits;

    ScopeKind(String prefix, int digits) {
        this.prefix = prefix;
        this.digits = digits;
    }

    String prefix() {
        return prefix;
    }

    /** {@return the kind of a received identifier} */
    static ScopeKind of(String uri) {
        for (ScopeKind kind : values()) {
            if (kind != OTHER && kind.matches(uri)) {
                return kind;
            }
        }
        return OTHER;
    }

    private boolean matches(String uri) {
        if (uri.length() != prefix.length() + digits) {
            return false;
        }
        for (int i = 0; i < prefix.length(); i++) {
            if (lowerCase(uri.charAt(i)) != lowerCase(prefix.charAt(i))) {
                return false;
            }
        }
        for (int i = prefix.length(); i < uri.length(); i++) {
            if (uri.charAt(i) < '0' || uri.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** ASCII only: by the rules of Unicode the sign for kelvin is a k, too. */
    private static char lowerCase(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
}
