package dk.borgerbro.eid.internal.identity;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.eid.Attributes;
import dk.borgerbro.eid.OioAttribute;
import dk.borgerbro.eid.SubjectKind;
import dk.borgerbro.eid.saml.LoginCheck;
import java.util.ArrayList;
import java.util.List;

/** The attribute profiles of persons and professionals. Whoever breaks them is no identity, whichever protocol it came by. */
public final class ProfileRules {
    private static final String PATH = "AttributeStatement/Attribute";

    private ProfileRules() {}

    /** {@return what contradicts itself (R22), then what breaks the profile (R23)} */
    public static List<Finding> findings(SubjectKind kind, Attributes attributes) {
        List<Finding> contradictions = new ArrayList<>();
        List<Finding> breaches = new ArrayList<>();
        attributes.asMap().forEach((name, values) -> {
            OioAttribute attribute = OioAttribute.of(name).orElse(null);
            if (attribute != null && !values.isEmpty()) {
                if (values.size() > 1 && attribute.occurs() != OioAttribute.Occurs.ANY_NUMBER) {
                    contradictions.add(Finding.error(
                            LoginCheck.R22_ATTRIBUTES.name(), path(attribute), "has several values, but may have one"));
                }
                if (!attribute.holder().admits(kind)) {
                    breaches.add(breach(attribute, "does not belong to the kind of identity that the NameID names"));
                }
            }
        });
        if (kind == SubjectKind.PROFESSIONAL) {
            requireOrganisation(attributes, breaches);
        }
        contradictions.addAll(breaches);
        return contradictions;
    }

    private static void requireOrganisation(Attributes attributes, List<Finding> breaches) {
        List<String> cvr = attributes.values(OioAttribute.CVR);
        if (cvr.isEmpty()) {
            breaches.add(breach(OioAttribute.CVR, "is missing, but mandatory for a professional"));
        } else if (cvr.get(0).length() != 8 || !TypedValue.areDigits(cvr.get(0))) {
            breaches.add(breach(OioAttribute.CVR, "must be eight digits and nothing else"));
        }
        List<String> name = attributes.values(OioAttribute.ORGANISATION_NAME);
        if (name.isEmpty() || name.get(0).isBlank()) {
            breaches.add(
                    breach(OioAttribute.ORGANISATION_NAME, "is missing or blank, but mandatory for a professional"));
        }
    }

    static Finding breach(OioAttribute attribute, String message) {
        return Finding.error(LoginCheck.R23_ATTRIBUTE_PROFILE.name(), path(attribute), message);
    }

    /** Names of known attributes only: an unknown one is content of the message. */
    static String path(OioAttribute attribute) {
        return PATH + "[@Name='" + attribute.uri() + "']";
    }
}
