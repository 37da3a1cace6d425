package dk.borgerbro.eid;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.eid.internal.identity.ProfileRules;
import dk.borgerbro.eid.internal.identity.SamlLevel;
import dk.borgerbro.eid.internal.identity.TypedValue;
import dk.borgerbro.eid.internal.identity.UuidText;
import dk.borgerbro.eid.privilege.PrivilegeList;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Who logged in, as what, how surely, and what is known about them: a {@link Person} or a {@link Professional}. Immutable and thread-safe.
 * Personal data: prints kind and level only.
 *
 * <p>Which attributes there are depends on what the service asked for and may have. An optional attribute with a value of an unexpected
 * form does not stop a login: its accessor here is empty, and {@link #attributes()} has the text as it came. Accessors read the text at each
 * call; {@link #privileges()} parses XML, so keep what it returns.
 *
 * <p>For tests, {@link Person#builder} and {@link Professional#builder} make any identity that a login can.
 */
public abstract sealed class Identity permits Person, Professional {
    private static final String EIDAS = "http://eidas.europa.eu/attributes/";

    private final SubjectId subject;
    private final AssuranceLevel assuranceLevel;
    private final Attributes attributes;

    Identity(SubjectId subject, AssuranceLevel assuranceLevel, Attributes attributes) {
        this.subject = Objects.requireNonNull(subject, "subject");
        this.assuranceLevel = Objects.requireNonNull(assuranceLevel, "assuranceLevel");
        this.attributes = Objects.requireNonNull(attributes, "attributes");
    }

    /**
     * {@return the identity with these attributes}
     *
     * @param subject decides whether it is a {@link Person} or a {@link Professional}
     * @param assuranceLevel as the protocol proved it; the attributes are not asked
     * @throws InvalidInputException with every finding, if the attributes are not those of such an identity: several values where one is
     *     allowed, attributes of the other kind, a professional without CVR number (eight digits) or organisation name
     */
    public static Identity of(SubjectId subject, AssuranceLevel assuranceLevel, Attributes attributes) {
        List<Finding> findings = ProfileRules.findings(subject.kind(), attributes);
        if (!findings.isEmpty()) {
            throw new InvalidInputException(CallReference.local("login", "identity"), findings);
        }
        return subject.kind() == SubjectKind.PERSON
                ? new Person(subject, assuranceLevel, attributes)
                : new Professional(subject, assuranceLevel, attributes);
    }

    /** {@return who it is, for this service only} */
    public SubjectId subject() {
        return subject;
    }

    /** {@return how surely it is them; what a service must compare with what it needs, by {@link AssuranceLevel#satisfies}} */
    public AssuranceLevel assuranceLevel() {
        return assuranceLevel;
    }

    /** {@return how surely the identity was established (IAL); {@link AssuranceLevel#UNKNOWN} if that is not told} */
    public AssuranceLevel identityAssuranceLevel() {
        return level(OioAttribute.NSIS_IAL);
    }

    /** {@return how surely it was authenticated now (AAL); {@link AssuranceLevel#UNKNOWN} if that is not told} */
    public AssuranceLevel authenticationAssuranceLevel() {
        return level(OioAttribute.NSIS_AAL);
    }

    /** {@return the version of the attribute profile, such as {@code OIO-SAML-3.0}} */
    public Optional<String> specVersion() {
        return text(OioAttribute.SPEC_VERSION);
    }

    /** {@return the full name} */
    public Optional<String> fullName() {
        return text(OioAttribute.FULL_NAME);
    }

    /** {@return the first name, without middle names} */
    public Optional<String> firstName() {
        return text(OioAttribute.FIRST_NAME);
    }

    /** {@return the last name} */
    public Optional<String> lastName() {
        return text(OioAttribute.LAST_NAME);
    }

    /** {@return the pseudonym} */
    public Optional<String> alias() {
        return text(OioAttribute.ALIAS);
    }

    /** {@return the mail addresses as received, in order, blank ones left out} */
    public List<String> emails() {
        return attributes.values(OioAttribute.EMAIL).stream()
                .filter(email -> !email.isBlank())
                .toList();
    }

    /** {@return the CPR number; public services only} */
    public Optional<CprNumber> cprNumber() {
        return TypedValue.of(attributes, OioAttribute.CPR_NUMBER, CprNumber::of);
    }

    /** {@return the UUID that stands for the CPR number, the same for all services} */
    public Optional<UUID> cprUuid() {
        return attributes.value(OioAttribute.CPR_UUID).flatMap(UuidText::bareOrUrn);
    }

    /** {@return the age in years} */
    public OptionalInt age() {
        return TypedValue.age(attributes);
    }

    /** {@return the date of birth} */
    public Optional<LocalDate> dateOfBirth() {
        return TypedValue.date(attributes, OioAttribute.DATE_OF_BIRTH);
    }

    /** {@return URI of the attribute profile (OIOSAML 4.0), such as {@code https://data.gov.dk/eid/Person/DK}} */
    public Optional<String> attributeProfile() {
        return text(OioAttribute.ATTRIBUTE_PROFILE);
    }

    /** {@return who identified the user (OIOSAML 4.0); the form is not published} */
    public Optional<String> identityProvider() {
        return text(OioAttribute.IDENTITY_PROVIDER);
    }

    /** {@return the level by the eIDAS regulation (OIOSAML 4.0); the form is not published} */
    public Optional<String> eidasLevel() {
        return text(OioAttribute.EIDAS_LOA);
    }

    /** {@return the member state of an eIDAS identity (OIOSAML 4.0); the form is not published} */
    public Optional<String> eidasMemberState() {
        return text(OioAttribute.EIDAS_MEMBER_STATE);
    }

    /** {@return how surely the CPR number belongs to the user (OIOSAML 4.0); the form is not published} */
    public Optional<String> cprIdentityAssurance() {
        return text(OioAttribute.CPR_IAL);
    }

    /** {@return whether the user may make qualified signatures (OIOSAML 4.0); empty if that is not told} */
    public Optional<Boolean> qualifiedSigningAllowed() {
        return TypedValue.truth(attributes, OioAttribute.ALLOW_QUALIFIED_SIGNING);
    }

    /** {@return the attributes of a European login ({@code naturalperson/*} and {@code legalperson/*}), as texts} */
    public Attributes eidasAttributes() {
        return attributes.startingWith(EIDAS);
    }

    /**
     * {@return what the user may do; empty if nothing is told}
     *
     * <p>Under its name in OIOSAML 2 only if it is absent under the newer one.
     *
     * @throws dk.borgerbro.core.error.InvalidMessageException if the list is broken; the login stands, without rights, and the identity
     *     provider or whoever manages the rights must act
     */
    public PrivilegeList privileges() {
        return attributes
                .value(OioAttribute.PRIVILEGES)
                .or(() -> attributes.value(OioAttribute.LEGACY_PRIVILEGES))
                .map(PrivilegeList::parse)
                .orElse(PrivilegeList.empty());
    }

    /**
     * {@return the token with which services are called on the user's behalf}
     *
     * @throws dk.borgerbro.core.error.InvalidMessageException if it is not base64; the login stands, and the identity provider must act
     */
    public Optional<BootstrapToken> bootstrapToken() {
        return text(OioAttribute.BOOTSTRAP_TOKEN).map(BootstrapToken::parse);
    }

    /** {@return all that was received, known and unknown, as texts} */
    public Attributes attributes() {
        return attributes;
    }

    final Optional<String> text(OioAttribute attribute) {
        return TypedValue.text(attributes, attribute);
    }

    private AssuranceLevel level(OioAttribute attribute) {
        return attributes.value(attribute).map(SamlLevel::of).orElse(AssuranceLevel.UNKNOWN);
    }

    /** Equal if subject, level and attributes are. */
    @Override
    public final boolean equals(Object other) {
        return other instanceof Identity that
                && subject.equals(that.subject)
                && assuranceLevel == that.assuranceLevel
                && attributes.equals(that.attributes);
    }

    @Override
    public final int hashCode() {
        return subject.hashCode();
    }

    @Override
    public final String toString() {
        return getClass().getSimpleName() + "(" + assuranceLevel + ", hidden)";
    }
}
