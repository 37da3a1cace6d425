package dk.borgerbro.eid.saml;

import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.OioAttribute;
import dk.borgerbro.eid.SubjectKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A version of the profile OIOSAML Web SSO: what it calls levels, kinds of subject and attributes. Immutable; compare by identity or
 * {@code equals}. What an assertion says of its own version ({@code specVersion}) varies and is never compared with this.
 */
public final class OiosamlProfile {
    /** OIOSAML Web SSO 3.0.3, which NemLog-in serves for existing systems. */
    public static final OiosamlProfile OIO_3_0 = new OiosamlProfile(
            "OIOSAML 3.0",
            null,
            "https://data.gov.dk/concept/core/nsis/loa/",
            List.of(OioAttribute.NSIS_LOA.uri()),
            Map.of(
                    SubjectKind.PERSON, "https://data.gov.dk/eid/Person",
                    SubjectKind.PROFESSIONAL, "https://data.gov.dk/eid/Professional"),
            Map.of());

    /** OIOSAML Web SSO 4.0.0. */
    public static final OiosamlProfile OIO_4_0 = new OiosamlProfile(
            "OIOSAML 4.0",
            "https://data.gov.dk/saml/profile/oio/4",
            "https://data.gov.dk/concept/core/loa/",
            List.of(OioAttribute.LOA.uri(), OioAttribute.NSIS_LOA.uri()),
            Map.of(),
            Map.of(
                    SubjectKind.PERSON,
                    List.of(AttributeProfiles.PERSON_DK),
                    SubjectKind.PROFESSIONAL,
                    List.of(AttributeProfiles.PROFESSIONAL_DK)));

    private final String name;
    private final @Nullable String protocol;
    private final String levelPrefix;
    private final List<String> levelAttributes;
    private final Map<SubjectKind, String> kindReferences;
    private final Map<SubjectKind, List<String>> kindProfiles;

    private OiosamlProfile(
            String name,
            @Nullable String protocol,
            String levelPrefix,
            List<String> levelAttributes,
            Map<SubjectKind, String> kindReferences,
            Map<SubjectKind, List<String>> kindProfiles) {
        this.name = name;
        this.protocol = protocol;
        this.levelPrefix = levelPrefix;
        this.levelAttributes = levelAttributes;
        this.kindReferences = kindReferences;
        this.kindProfiles = kindProfiles;
    }

    /** {@return name and version, such as {@code OIOSAML 3.0}} */
    public String name() {
        return name;
    }

    /** {@return what {@code protocolSupportEnumeration} holds beside SAML 2.0 where the profile is offered; empty for 3.0} */
    public Optional<String> protocol() {
        return Optional.ofNullable(protocol);
    }

    /**
     * {@return the class reference that asks for a level}
     *
     * @throws IllegalArgumentException for {@link AssuranceLevel#UNKNOWN}, which nobody can ask for
     */
    public String levelReference(AssuranceLevel level) {
        return levelPrefix
                + switch (level) {
                    case LOW -> "Low";
                    case SUBSTANTIAL -> "Substantial";
                    case HIGH -> "High";
                    case UNKNOWN -> throw new IllegalArgumentException("UNKNOWN is not a level to ask for");
                };
    }

    /** {@return the class reference that asks for a kind of subject; empty where {@link #attributeProfiles} do} */
    public Optional<String> kindReference(SubjectKind kind) {
        return Optional.ofNullable(kindReferences.get(kind));
    }

    /** {@return the attribute profiles that ask for a kind of subject in an extension; empty where {@link #kindReference} does} */
    public List<String> attributeProfiles(SubjectKind kind) {
        return kindProfiles.getOrDefault(kind, List.of());
    }

    /** {@return the attributes that may carry the level; where more than one is there, the lowest counts} */
    public List<String> levelAttributes() {
        return levelAttributes;
    }

    /** {@return the attributes that a service must ask for to serve kinds of subjects, in the order of the profile} */
    public List<String> mandatoryAttributes(List<SubjectKind> kinds) {
        List<String> names = new ArrayList<>(List.of(OioAttribute.SPEC_VERSION.uri()));
        names.addAll(levelAttributes.subList(0, 1));
        if (kinds.contains(SubjectKind.PROFESSIONAL)) {
            names.addAll(List.of(OioAttribute.CVR.uri(), OioAttribute.ORGANISATION_NAME.uri()));
        }
        return List.copyOf(names);
    }

    @Override
    public String toString() {
        return name;
    }
}
