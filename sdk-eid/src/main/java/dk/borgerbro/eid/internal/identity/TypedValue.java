package dk.borgerbro.eid.internal.identity;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.eid.Attributes;
import dk.borgerbro.eid.OioAttribute;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What an optional attribute means: empty, if it has another form than is known. A service that needs more reads the text. */
public final class TypedValue {
    /** As a real answer had it. */
    private static final DateTimeFormatter DAY_FIRST =
            DateTimeFormatter.ofPattern("dd-MM-uuuu", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    private TypedValue() {}

    /** {@return the text, unless it is blank} */
    public static Optional<String> text(Attributes attributes, OioAttribute attribute) {
        return attributes.value(attribute).filter(text -> !text.isBlank());
    }

    /** {@return the value, if its type takes it} */
    public static <T> Optional<T> of(Attributes attributes, OioAttribute attribute, Function<String, T> type) {
        return attributes.value(attribute).flatMap(text -> accepted(text, type));
    }

    /** {@return those of the values that their type takes} */
    public static <T> List<T> each(Attributes attributes, OioAttribute attribute, Function<String, T> type) {
        return attributes.values(attribute).stream()
                .flatMap(text -> accepted(text, type).stream())
                .toList();
    }

    private static <T> Optional<T> accepted(String text, Function<String, T> type) {
        try {
            return Optional.of(type.apply(text));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** {@return the date, if it is one in either of the two known forms} */
    public static Optional<LocalDate> date(Attributes attributes, OioAttribute attribute) {
        return attributes.value(attribute).filter(text -> text.length() == 10).flatMap(TypedValue::date);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text, text.charAt(2) == '-' ? DAY_FIRST : ISO));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** {@return a date in the form that {@link #date} was seen to have} */
    public static String text(LocalDate date) {
        return DAY_FIRST.format(date);
    }

    /** {@return the number of at most three digits, if it is one} */
    public static OptionalInt age(Attributes attributes) {
        Optional<String> text = attributes.value(OioAttribute.AGE);
        return text.isPresent() && text.get().length() <= 3 && areDigits(text.get())
                ? OptionalInt.of(Integer.parseInt(text.get()))
                : OptionalInt.empty();
    }

    /** {@return the text, if it is digits} */
    public static Optional<String> digits(Attributes attributes, OioAttribute attribute) {
        return attributes.value(attribute).filter(TypedValue::areDigits);
    }

    /** {@return the truth value, if it is one by XML Schema or by the name that .NET gives it} */
    public static Optional<Boolean> truth(Attributes attributes, OioAttribute attribute) {
        return attributes.value(attribute).flatMap(text -> switch (text) {
            case "true", "True", "1" -> Optional.of(true);
            case "false", "False", "0" -> Optional.of(false);
            default -> Optional.empty();
        });
    }

    /** {@return whether the text is one or more digits, of ASCII} */
    public static boolean areDigits(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
