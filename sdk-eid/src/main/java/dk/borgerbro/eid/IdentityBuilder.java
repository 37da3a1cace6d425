package dk.borgerbro.eid;

import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.eid.internal.identity.SamlLevel;
import dk.borgerbro.eid.internal.identity.TypedValue;
import dk.borgerbro.eid.privilege.PrivilegeList;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What the builders of {@link Person} and {@link Professional} share. Each method replaces what was set before. Not thread-safe.
 *
 * @param <B> the builder itself
 */
public abstract sealed class IdentityBuilder<B extends IdentityBuilder<B>>
        permits Person.Builder, Professional.Builder {
    private final SubjectId subject;
    private final Map<String, List<String>> attributes;
    private AssuranceLevel level;

    /** Begins an identity of OIOSAML 3.0. */
    IdentityBuilder(SubjectId subject, AssuranceLevel level) {
        this.subject = subject;
        this.attributes = new LinkedHashMap<>();
        this.level = level;
        set(OioAttribute.SPEC_VERSION, "OIO-SAML-3.0");
        setLevel(OioAttribute.NSIS_LOA, level);
    }

    /** Goes on with an identity as it is. */
    IdentityBuilder(Identity identity) {
        this.subject = identity.subject();
        this.attributes = new LinkedHashMap<>(identity.attributes().asMap());
        this.level = identity.assuranceLevel();
    }

    abstract B self();

    final Identity identity() {
        return Identity.of(subject, level, Attributes.of(attributes));
    }

    /** Sets the level of the login and the attribute that tells it; {@link AssuranceLevel#UNKNOWN} takes the attribute away. */
    public B assuranceLevel(AssuranceLevel assuranceLevel) {
        this.level = assuranceLevel;
        attributes.remove(OioAttribute.LOA.uri());
        attributes.remove(OioAttribute.LEGACY_ASSURANCE_LEVEL.uri());
        return setLevel(OioAttribute.NSIS_LOA, assuranceLevel);
    }

    /** Sets how surely the identity was established. */
    public B identityAssuranceLevel(AssuranceLevel assuranceLevel) {
        return setLevel(OioAttribute.NSIS_IAL, assuranceLevel);
    }

    /** Sets how surely it was authenticated. */
    public B authenticationAssuranceLevel(AssuranceLevel assuranceLevel) {
        return setLevel(OioAttribute.NSIS_AAL, assuranceLevel);
    }

    /** Sets the full name. */
    public B fullName(String name) {
        return set(OioAttribute.FULL_NAME, name);
    }

    /** Sets the first name. */
    public B firstName(String name) {
        return set(OioAttribute.FIRST_NAME, name);
    }

    /** Sets the last name. */
    public B lastName(String name) {
        return set(OioAttribute.LAST_NAME, name);
    }

    /** Sets the pseudonym. */
    public B alias(String name) {
        return set(OioAttribute.ALIAS, name);
    }

    /** Sets the mail addresses. */
    public B emails(List<String> addresses) {
        return attribute(OioAttribute.EMAIL.uri(), addresses);
    }

    /** Sets the CPR number, and nothing that follows from it. */
    public B cprNumber(CprNumber number) {
        return set(OioAttribute.CPR_NUMBER, number.value());
    }

    /** Sets the UUID that stands for the CPR number. */
    public B cprUuid(UUID uuid) {
        return set(OioAttribute.CPR_UUID, uuid.toString());
    }

    /** Sets the age in years, 0 to 999. */
    public B age(int years) {
        if (years < 0 || years > 999) {
            throw new IllegalArgumentException("an age is 0 to 999 years");
        }
        return set(OioAttribute.AGE, Integer.toString(years));
    }

    /** Sets the date of birth. */
    public B dateOfBirth(LocalDate date) {
        return set(OioAttribute.DATE_OF_BIRTH, TypedValue.text(date));
    }

    /** Sets what the user may do. */
    public B privileges(PrivilegeList privileges) {
        return set(OioAttribute.PRIVILEGES, privileges.toBase64());
    }

    /** Sets the token with which services are called on the user's behalf. */
    public B bootstrapToken(BootstrapToken token) {
        return set(OioAttribute.BOOTSTRAP_TOKEN, token.toBase64());
    }

    /** Sets any attribute as text: those that have no method here, unknown ones, and values that are not as they should be. */
    public B attribute(String name, List<String> values) {
        attributes.put(Objects.requireNonNull(name, "name"), List.copyOf(values));
        return self();
    }

    /** Sets any attribute as text: those that have no method here, and values that are not as they should be. */
    public B attribute(OioAttribute attribute, String value) {
        return set(attribute, value);
    }

    /** Takes an attribute away. */
    public B without(OioAttribute attribute) {
        attributes.remove(attribute.uri());
        return self();
    }

    final B set(OioAttribute attribute, String value) {
        return attribute(attribute.uri(), List.of(value));
    }

    private B setLevel(OioAttribute attribute, AssuranceLevel value) {
        return value == AssuranceLevel.UNKNOWN ? without(attribute) : set(attribute, SamlLevel.word(value));
    }
}
