package dk.borgerbro.digitalpost.internal.memo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Date and time in the forms of XML Schema (part 2, sections 3.2.7 and 3.2.9), which differ from those of {@code java.time}: 24:00:00 is
 * the next midnight, seconds have any number of digits, dates may have a zone. A time without a zone is taken for UTC.
 */
record XmlTime(Instant instant, boolean isUtc) {
    private static final String DAY = "(-?(?:[1-9][0-9]{4,8}|[0-9]{4}))-([0-9]{2})-([0-9]{2})";
    private static final String ZONE = "(Z|[+-][0-9]{2}:[0-9]{2})?";
    private static final Pattern DATE = Pattern.compile(DAY + ZONE);
    private static final Pattern DATE_TIME =
            Pattern.compile(DAY + "T([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\\.([0-9]+))?" + ZONE);
    private static final int MOST_OFFSET_SECONDS = 14 * 60 * 60;

    static LocalDate date(String text) {
        Matcher parts = match(DATE, text);
        offset(parts.group(4));
        return day(parts);
    }

    static XmlTime dateTime(String text) {
        Matcher parts = match(DATE_TIME, text);
        int hour = Integer.parseInt(parts.group(4));
        int minute = Integer.parseInt(parts.group(5));
        int second = Integer.parseInt(parts.group(6));
        int nanos = nanos(parts.group(7));
        LocalDateTime time;
        if (hour == 24 && minute == 0 && second == 0 && nanos == 0) {
            time = day(parts).plusDays(1).atStartOfDay();
        } else {
            time = day(parts).atTime(hour, minute, second, nanos);
        }
        String zone = parts.group(8);
        return new XmlTime(time.toInstant(offset(zone)), "Z".equals(zone));
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher parts = pattern.matcher(text);
        if (!parts.matches()) {
            throw new DateTimeException("not in the form of XML Schema");
        }
        return parts;
    }

    private static LocalDate day(Matcher parts) {
        int year = Integer.parseInt(parts.group(1));
        if (year == 0) {
            throw new DateTimeException("there is no year 0");
        }
        return LocalDate.of(year, Integer.parseInt(parts.group(2)), Integer.parseInt(parts.group(3)));
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static ZoneOffset offset(@Nullable String zone) {
        ZoneOffset offset = zone == null ? ZoneOffset.UTC : ZoneOffset.of(zone);
        if (Math.abs(offset.getTotalSeconds()) > MOST_OFFSET_SECONDS) {
            throw new DateTimeException("the zone is more than 14 hours off");
        }
        return offset;
    }
}
