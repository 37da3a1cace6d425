package dk.borgerbro.eid.internal.identity;

import dk.borgerbro.eid.AssuranceLevel;

/** Levels as they stand in attributes. */
public final class SamlLevel {
    private SamlLevel() {}

    /** {@return the level of a bare word; {@link AssuranceLevel#UNKNOWN} for all else, other spellings included} */
    public static AssuranceLevel of(String word) {
        return switch (word) {
            case "Low" -> AssuranceLevel.LOW;
            case "Substantial" -> AssuranceLevel.SUBSTANTIAL;
            case "High" -> AssuranceLevel.HIGH;
            default -> AssuranceLevel.UNKNOWN;
        };
    }

    /**
     * {@return the level that a degree of OIOSAML 2 can stand for}
     *
     * <p>The degrees 1 to 4 are older than NSIS. 2 and 3 are what eIDAS later called low and substantial; 1 is below all NSIS levels. 4 is
     * none that NemLog-in gives, and no identity was proofed for NSIS high under it, so it counts as 3.
     */
    static AssuranceLevel ofLegacy(String degree) {
        return switch (degree) {
            case "2" -> AssuranceLevel.LOW;
            case "3", "4" -> AssuranceLevel.SUBSTANTIAL;
            default -> AssuranceLevel.UNKNOWN;
        };
    }

    /** {@return the word of a level that is one} */
    public static String word(AssuranceLevel level) {
        return switch (level) {
            case LOW -> "Low";
            case SUBSTANTIAL -> "Substantial";
            case HIGH -> "High";
            case UNKNOWN -> throw new IllegalArgumentException("an unknown level has no word");
        };
    }
}
