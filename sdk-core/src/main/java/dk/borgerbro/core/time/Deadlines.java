package dk.borgerbro.core.time;

import dk.borgerbro.core.error.InvalidInputException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/**
 * The rule "at the latest so many bank days ahead, before this hour", such as a payment's cut-off.
 *
 * <p>The hour is in {@linkplain CopenhagenTime Danish time}, and right on days when summer time begins or ends. The hour itself is too
 * late. Immutable, so safe between threads.
 */
public final class Deadlines {
    private static final int MOST_BANK_DAYS = 1_000;

    private final DanishBankCalendar calendar;
    private final int bankDaysAhead;
    private final LocalTime cutOff;

    private Deadlines(DanishBankCalendar calendar, int bankDaysAhead, LocalTime cutOff) {
        this.calendar = Objects.requireNonNull(calendar, "calendar");
        this.bankDaysAhead = bankDaysAhead;
        this.cutOff = Objects.requireNonNull(cutOff, "cutOff");
    }

    /**
     * {@return the rule}
     *
     * @param calendar which days count
     * @param bankDaysAhead how many bank days before the day of execution, 0 (the day itself) to 1,000
     * @param cutOff the hour in Danish time from which it is too late
     * @throws InvalidInputException if the number of days is outside its range
     */
    public static Deadlines of(DanishBankCalendar calendar, int bankDaysAhead, LocalTime cutOff) {
        if (bankDaysAhead < 0 || bankDaysAhead > MOST_BANK_DAYS) {
            throw InvalidInputException.ofValue("Deadlines", "needs 0 to " + MOST_BANK_DAYS + " bank days ahead");
        }
        return new Deadlines(calendar, bankDaysAhead, cutOff);
    }

    /**
     * {@return the first instant that is too late}
     *
     * @param executionDate a bank day
     * @throws InvalidInputException if the day is no bank day, so that nothing can be executed then
     */
    public Instant cutOff(LocalDate executionDate) {
        if (!calendar.isBankDay(executionDate)) {
            throw InvalidInputException.ofValue(
                    "executionDate",
                    executionDate + " is no bank day; the next one is " + calendar.nextBankDay(executionDate));
        }
        return CopenhagenTime.instantOf(calendar.plusBankDays(executionDate, -bankDaysAhead), cutOff);
    }

    /**
     * {@return the last instant that is early enough, to the nanosecond}
     *
     * @param executionDate a bank day
     * @throws InvalidInputException if the day is no bank day
     */
    public Instant lastInstant(LocalDate executionDate) {
        return cutOff(executionDate).minusNanos(1);
    }

    /**
     * {@return whether this instant is early enough}
     *
     * @param executionDate a bank day
     * @throws InvalidInputException if the day is no bank day
     */
    public boolean isMet(Instant instant, LocalDate executionDate) {
        return instant.isBefore(cutOff(executionDate));
    }

    /** {@return the first bank day for which this instant is early enough} */
    public LocalDate earliestExecution(Instant instant) {
        LocalDate today = CopenhagenTime.dateOf(instant);
        LocalDate candidate = calendar.plusBankDays(calendar.onOrAfter(today), bankDaysAhead);
        return isMet(instant, candidate) ? candidate : calendar.nextBankDay(candidate);
    }
}
