package dk.borgerbro.core.time;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;

/**
 * The time that Danish authorities and banks mean when they name an hour.
 *
 * <p>Never the zone of the machine: servers run in UTC, and a letter dated by them would be of yesterday until two in the morning.
 */
public final class CopenhagenTime {
    /** Europe/Copenhagen, summer time included. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private CopenhagenTime() {}

    /** {@return the day in Denmark now} */
    public static LocalDate today(Clock clock) {
        return dateOf(clock.instant());
    }

    /** {@return the day in Denmark at this instant} */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /**
     * {@return when Danish clocks first show this time, or pass it}
     *
     * <p>An hour that comes twice, as summer time ends, is meant the first time. An hour that is left out, as summer time begins, is
     * over at the moment of the jump. So a deadline is never later than anybody could read it.
     *
     * @param date the day in Denmark
     * @param time the time on the clock
     */
    public static Instant instantOf(LocalDate date, LocalTime time) {
        LocalDateTime shown = LocalDateTime.of(date, time);
        ZoneOffsetTransition jump = ZONE.getRules().getTransition(shown);
        return jump != null && jump.isGap()
                ? jump.getInstant()
                : shown.atZone(ZONE).withEarlierOffsetAtOverlap().toInstant();
    }
}
