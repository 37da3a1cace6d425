package dk.borgerbro.eid.internal.identity;

import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.Attributes;
import dk.borgerbro.eid.OioAttribute;

/**
 * Where the level of a login stands (the value of check R24; the comparison is made elsewhere).
 *
 * @param oio4 whether the name of OIOSAML 4.0 counts. How the two names differ is not published, so if both are there, the lower level does
 * @param legacy whether the degree of OIOSAML 2 counts where neither is there
 */
record LevelRule(boolean oio4, boolean legacy) {

    /** {@return the level, {@link AssuranceLevel#UNKNOWN} if there is none or no known one} */
    AssuranceLevel level(Attributes attributes) {
        boolean nsis = has(attributes, OioAttribute.NSIS_LOA);
        boolean general = has(attributes, OioAttribute.LOA);
        if (!nsis && !general) {
            return legacy ? ofLegacy(attributes) : AssuranceLevel.UNKNOWN;
        }
        if (!oio4 || !general) {
            return of(attributes, OioAttribute.NSIS_LOA);
        }
        AssuranceLevel byGeneralName = of(attributes, OioAttribute.LOA);
        return nsis ? lower(byGeneralName, of(attributes, OioAttribute.NSIS_LOA)) : byGeneralName;
    }

    private static boolean has(Attributes attributes, OioAttribute attribute) {
        return attributes.names().contains(attribute.uri());
    }

    private static AssuranceLevel of(Attributes attributes, OioAttribute attribute) {
        return attributes.value(attribute).map(SamlLevel::of).orElse(AssuranceLevel.UNKNOWN);
    }

    private static AssuranceLevel ofLegacy(Attributes attributes) {
        return attributes
                .value(OioAttribute.LEGACY_ASSURANCE_LEVEL)
                .map(SamlLevel::ofLegacy)
                .orElse(AssuranceLevel.UNKNOWN);
    }

    private static AssuranceLevel lower(AssuranceLevel one, AssuranceLevel other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
