package dk.borgerbro.eid.internal.structure;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code xs:dateTime} (XML Schema part 2, 3.2.7): four digits of year, all parts down to seconds, an optional fraction and an optional zone.
 * Without a zone it is UTC, as SAML wants all of its times (core 1.3.3). Digits below a nanosecond are dropped.
 *
 * <p>Not read, although the schema language allows them: years before 1 or after 9999, and 24:00:00 for midnight.
 */
public final class XmlDateTime {
    private static final int SECONDS_END = 19;
    private static final int NANO_DIGITS = 9;
    private static final int MOST_OFFSET_MINUTES = 14 * 60;

    private final String text;
    private int at;
    private boolean broken;

    private XmlDateTime(String text) {
        this.text = text;
    }

    /** {@return the instant, null if the text is none} */
    public static @Nullable Instant parse(String text) {
        String trimmed = Lexical.collapsed(text);
        return trimmed.length() < SECONDS_END ? null : new XmlDateTime(trimmed).read();
    }

    private @Nullable Instant read() {
        int year = digits(4);
        skip('-');
        int month = digits(2);
        skip('-');
        int day = digits(2);
        skip('T');
        int hour = digits(2);
        skip(':');
        int minute = digits(2);
        skip(':');
        int second = digits(2);
        int nanos = fraction();
        int offset = offset();
        if (broken || at != text.length() || year == 0) {
            return null;
        }
        try {
            return LocalDateTime.of(year, month, day, hour, minute, second, nanos)
                    .minusMinutes(offset)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private int fraction() {
        if (at >= text.length() || text.charAt(at) != '.') {
            return 0;
        }
        at++;
        int start = at;
        int value = 0;
        int scale = 0;
        while (at < text.length() && isDigit(text.charAt(at))) {
            if (scale < NANO_DIGITS) {
                value = value * 10 + text.charAt(at) - '0';
                scale++;
            }
            at++;
        }
        broken |= at == start;
        for (; scale < NANO_DIGITS; scale++) {
            value *= 10;
        }
        return value;
    }

    /** {@return minutes east of UTC} */
    private int offset() {
        if (at >= text.length()) {
            return 0;
        }
        char sign = text.charAt(at++);
        if (sign == 'Z') {
            return 0;
        }
        broken |= sign != '+' && sign != '-';
        int hours = digits(2);
        skip(':');
        int minutes = digits(2);
        int total = hours * 60 + minutes;
        broken |= minutes > 59 || total > MOST_OFFSET_MINUTES;
        return sign == '-' ? -total : total;
    }

    private int digits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++, at++) {
            char c = at < text.length() ? text.charAt(at) : ' ';
            broken |= !isDigit(c);
            value = value * 10 + c - '0';
        }
        return value;
    }

    private void skip(char expected) {
        broken |= at >= text.length() || text.charAt(at) != expected;
        at++;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
