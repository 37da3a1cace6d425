package dk.borgerbro.eid.saml;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A SAML identifier as it was received: the subject of an assertion, or an issuer (SAML core 2.2.2). Immutable. Prints nothing of its value,
 * which may name a person.
 */
public final class NameId {
    /** Names the same subject at each login to this service. */
    public static final String PERSISTENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent";
    /** Names the subject in this session only. */
    public static final String TRANSIENT = "urn:oasis:names:tc:SAML:2.0:nameid-format:transient";
    /** Names a system, and is what an issuer without a format means. */
    public static final String ENTITY = "urn:oasis:names:tc:SAML:2.0:nameid-format:entity";

    private final String value;
    private final @Nullable String format;
    private final @Nullable String nameQualifier;
    private final @Nullable String spNameQualifier;

    private NameId(
            String value, @Nullable String format, @Nullable String nameQualifier, @Nullable String spNameQualifier) {
        this.value = Objects.requireNonNull(value, "value");
        this.format = format;
        this.nameQualifier = nameQualifier;
        this.spNameQualifier = spNameQualifier;
    }

    /** {@return an identifier without format and qualifiers} */
    public static NameId of(String value) {
        return new NameId(value, null, null, null);
    }

    /** {@return the same identifier with a format} */
    public NameId withFormat(String other) {
        return new NameId(value, other, nameQualifier, spNameQualifier);
    }

    /** {@return the same identifier with the domain that qualifies it} */
    public NameId withNameQualifier(String other) {
        return new NameId(value, format, other, spNameQualifier);
    }

    /** {@return the same identifier with the service provider that it is meant for} */
    public NameId withSpNameQualifier(String other) {
        return new NameId(value, format, nameQualifier, other);
    }

    /** {@return the identifier; personal data where it names a person} */
    public String value() {
        return value;
    }

    /** {@return the kind of identifier} */
    public Optional<String> format() {
        return Optional.ofNullable(format);
    }

    /** {@return the domain that qualifies it} */
    public Optional<String> nameQualifier() {
        return Optional.ofNullable(nameQualifier);
    }

    /** {@return the service provider that it is meant for} */
    public Optional<String> spNameQualifier() {
        return Optional.ofNullable(spNameQualifier);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NameId that
                && value.equals(that.value)
                && Objects.equals(format, that.format)
                && Objects.equals(nameQualifier, that.nameQualifier)
                && Objects.equals(spNameQualifier, that.spNameQualifier);
    }

    @Override
    public int hashCode() {
        return Objects.hash(value, format, nameQualifier, spNameQualifier);
    }

    @Override
    public String toString() {
        return "NameId(hidden)";
    }
}
