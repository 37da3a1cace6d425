package dk.borgerbro.testkit.nemlogin;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Level, kind and credential of a RequestedAuthnContext, and the attribute profiles of profile 4.0.
 *
 * @param level asked for; null for any
 * @param professional whether a professional is asked for; null for any
 */
record RequestedContext(
        @Nullable SimulatedLevel level, @Nullable Boolean professional) {
    private static final String KIND = "https://data.gov.dk/eid/";
    private static final String CREDENTIAL = "https://nemlogin.dk/internal/credential/type/";
    private static final Set<String> CREDENTIALS = Set.of("mitid", "nemidkeycard", "nemidkeyfile", "local", "test");
    private static final Set<String> ATTRIBUTE_PROFILES = Set.of(
            "Person/DK",
            "Person/DK/WithoutCPR",
            "Person/DK/Anonymous",
            "Professional/DK",
            "Professional/DK/Anonymous",
            "Person/EU",
            "Person/EU/Anonymous",
            "LegalPerson/EU",
            "Professional/EU");

    static RequestedContext of(XmlPart request, SimulatedProfile profile) {
        SimulatedLevel level = null;
        Boolean professional = profiles(request, profile);
        List<XmlPart> contexts = request.all("RequestedAuthnContext");
        if (contexts.isEmpty()) {
            return new RequestedContext(null, professional);
        }
        XmlPart context = contexts.get(0);
        for (XmlPart reference : context.all("AuthnContextClassRef")) {
            String uri = reference.get("").strip();
            if (uri.startsWith(profile.levels())) {
                if (level != null) {
                    throw new TechnicalError("RequestedAuthnContext names more than one level");
                }
                level = level(uri.substring(profile.levels().length()));
            } else if (profile == SimulatedProfile.OIO_3_0
                    && (uri.equals(KIND + "Person") || uri.equals(KIND + "Professional"))) {
                if (professional != null) {
                    throw new TechnicalError("RequestedAuthnContext names more than one kind of subject");
                }
                professional = uri.endsWith("Professional");
            } else if (!uri.startsWith(CREDENTIAL) || !CREDENTIALS.contains(uri.substring(CREDENTIAL.length()))) {
                throw new TechnicalError("profile " + profile + " does not know the class reference " + uri);
            }
        }
        String comparison = context.get("@Comparison");
        if (!comparison.isEmpty() && !(comparison.equals("minimum") && level != null)) {
            throw new TechnicalError("Comparison may only be minimum, and only where a level is requested");
        }
        return new RequestedContext(level, professional);
    }

    private static SimulatedLevel level(String word) {
        for (SimulatedLevel level : SimulatedLevel.values()) {
            if (level.word().equals(word)) {
                return level;
            }
        }
        throw new TechnicalError("there is no level " + word);
    }

    private static @Nullable Boolean profiles(XmlPart request, SimulatedProfile profile) {
        List<XmlPart> extensions = request.all("Extensions");
        List<XmlPart> requested =
                extensions.isEmpty() ? List.of() : extensions.get(0).all("RequestedAttributeProfiles");
        if (requested.isEmpty()) {
            return null;
        }
        if (profile != SimulatedProfile.OIO_4_0) {
            throw new TechnicalError("RequestedAttributeProfiles belongs to profile 4.0");
        }
        boolean persons = false;
        boolean professionals = false;
        for (XmlPart one : requested.get(0).all("Profile")) {
            String uri = one.get("").strip();
            if (!uri.startsWith(KIND) || !ATTRIBUTE_PROFILES.contains(uri.substring(KIND.length()))) {
                throw new TechnicalError("there is no attribute profile " + uri);
            }
            persons |= uri.startsWith(KIND + "Person/");
            professionals |= uri.startsWith(KIND + "Professional/");
        }
        return persons == professionals ? null : Boolean.valueOf(professionals);
    }
}
