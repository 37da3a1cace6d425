package dk.borgerbro.eid;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.eid.internal.identity.UuidText;
import java.util.Objects;
import java.util.UUID;

/**
 * Who logged in, by the identifier that the identity provider made for this service: another service gets another one. It is the key for
 * the service's own records if the service asked for persistent identifiers; a transient one is good for the session only.
 *
 * <p>The form is {@code https://data.gov.dk/model/core/eid/{person|professional}/uuid/{UUID}} and nothing else. Equal if kind and UUID are,
 * whatever the case of the UUID's letters. Immutable. Personal data: prints its kind only.
 */
public final class SubjectId {
    private static final String BASE = "https://data.gov.dk/model/core/eid/";
    private static final String PERSON = BASE + SubjectKind.PERSON.word() + "/uuid/";
    private static final String PROFESSIONAL = BASE + SubjectKind.PROFESSIONAL.word() + "/uuid/";

    private final SubjectKind kind;
    private final UUID uuid;
    private final String value;

    private SubjectId(SubjectKind kind, UUID uuid, String value) {
        this.kind = kind;
        this.uuid = Objects.requireNonNull(uuid, "uuid");
        this.value = value;
    }

    /**
     * {@return the identifier}
     *
     * @param value as a {@code NameID} has it; nothing before or after, not even white space
     * @throws InvalidInputException if it has another form
     */
    public static SubjectId parse(String value) {
        SubjectKind kind = value.startsWith(PERSON) ? SubjectKind.PERSON : SubjectKind.PROFESSIONAL;
        String prefix = prefix(kind);
        if (!value.startsWith(prefix)) {
            throw refused();
        }
        return UuidText.canonical(value.substring(prefix.length()))
                .map(uuid -> new SubjectId(kind, uuid, value))
                .orElseThrow(SubjectId::refused);
    }

    /** {@return the identifier of a person} */
    public static SubjectId person(UUID uuid) {
        return new SubjectId(SubjectKind.PERSON, uuid, PERSON + uuid);
    }

    /** {@return the identifier of a professional} */
    public static SubjectId professional(UUID uuid) {
        return new SubjectId(SubjectKind.PROFESSIONAL, uuid, PROFESSIONAL + uuid);
    }

    /** {@return whether this is a person or a professional} */
    public SubjectKind kind() {
        return kind;
    }

    /** {@return the part that tells this one from others of its kind} */
    public UUID uuid() {
        return uuid;
    }

    /** {@return the identifier as received, or in its canonical form if it was made here} */
    public String value() {
        return value;
    }

    private static String prefix(SubjectKind kind) {
        return kind == SubjectKind.PERSON ? PERSON : PROFESSIONAL;
    }

    private static InvalidInputException refused() {
        return InvalidInputException.ofValue(
                "SubjectId", "must be " + BASE + "{person|professional}/uuid/{UUID}, with nothing around it");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SubjectId that && kind == that.kind && uuid.equals(that.uuid);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + uuid.hashCode();
    }

    @Override
    public String toString() {
        return "SubjectId(" + kind + ", hidden)";
    }
}
