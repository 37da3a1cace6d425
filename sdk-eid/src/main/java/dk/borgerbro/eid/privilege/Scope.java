package dk.borgerbro.eid.privilege;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.id.PNumber;
import dk.borgerbro.core.id.SeNumber;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * For whom or what privileges hold. Open: identifiers of other schemes are kept as they came and are equal to their like only.
 *
 * <p>Scopes of a known kind are equal if kind and digits are, whatever the case of the prefix. The digits are not held to a check digit,
 * since organisations of test environments have none: compare scopes, not numbers, where such must work. Immutable. Prints nothing of a CPR
 * number, nor of what is not known.
 */
public final class Scope {
    private final String uri;
    private final ScopeKind kind;
    private final String value;

    private Scope(String uri) {
        this.uri = uri;
        this.kind = ScopeKind.of(uri);
        this.value = uri.substring(kind.prefix().length());
    }

    /**
     * {@return the scope with this identifier}
     *
     * @param uri as the attribute {@code Scope} has it, such as {@code urn:dk:gov:saml:cvrNumberIdentifier:12345678}
     */
    public static Scope of(String uri) {
        return new Scope(Objects.requireNonNull(uri, "uri"));
    }

    /** {@return a company or authority} */
    public static Scope cvr(CvrNumber number) {
        return new Scope(ScopeKind.CVR.prefix() + number.value());
    }

    /** {@return a place where a company works} */
    public static Scope productionUnit(PNumber number) {
        return new Scope(ScopeKind.PRODUCTION_UNIT.prefix() + number.value());
    }

    /** {@return a company or part of it, for taxes} */
    public static Scope se(SeNumber number) {
        return new Scope(ScopeKind.SE.prefix() + number.value());
    }

    /** {@return a person} */
    public static Scope cpr(CprNumber number) {
        return new Scope(ScopeKind.CPR.prefix() + number.value());
    }

    /** {@return what the scope names} */
    public ScopeKind kind() {
        return kind;
    }

    /** {@return the identifier as received; personal data if it names a person} */
    public String uri() {
        return uri;
    }

    /** {@return the company or authority; empty for other kinds, and for digits that are no CVR number} */
    public Optional<CvrNumber> cvr() {
        return number(ScopeKind.CVR, CvrNumber::of);
    }

    /** {@return the place where a company works; empty for other kinds} */
    public Optional<PNumber> productionUnit() {
        return number(ScopeKind.PRODUCTION_UNIT, PNumber::of);
    }

    /** {@return the company or part of it, for taxes; empty for other kinds, and for digits that are no SE number} */
    public Optional<SeNumber> se() {
        return number(ScopeKind.SE, SeNumber::of);
    }

    /** {@return the person; empty for other kinds, and for digits that are no CPR number} */
    public Optional<CprNumber> cpr() {
        return number(ScopeKind.CPR, CprNumber::of);
    }

    private <T> Optional<T> number(ScopeKind wanted, Function<String, T> parse) {
        if (kind != wanted) {
            return Optional.empty();
        }
        try {
            return Optional.of(parse.apply(value));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Scope that && kind == that.kind && value.equals(that.value);
    }

    @Override
    public int hashCode() {
        return 31 * kind.hashCode() + value.hashCode();
    }

    @Override
    public String toString() {
        boolean hidden = kind == ScopeKind.CPR || kind == ScopeKind.OTHER;
        return "Scope(" + kind + (hidden ? ", hidden)" : " " + value + ")");
    }
}
