package dk.borgerbro.core.time;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import java.io.IOException;
import java.io.InputStream;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which days Danish banks settle payments (da: bankdage), for any year.
 *
 * <p>Closed are Saturdays, Sundays, the public holidays, Great Prayer Day (da: store bededag) up to and including 2023, and the four
 * days on which banks close by custom: the day after Ascension Day, 5 June, 24 December and 31 December. An authority that knows
 * better adds its changes by {@link #builder()}; they win over the rules.
 *
 * <p>Dates are days in Denmark. Immutable, so safe between threads.
 */
public final class DanishBankCalendar {
    private static final DanishBankCalendar STANDARD = new DanishBankCalendar(Map.of(), Set.of());
    private static final int FARTHEST = 100_000;

    private final Map<LocalDate, String> closed;
    private final Set<LocalDate> opened;

    private DanishBankCalendar(Map<LocalDate, String> closed, Set<LocalDate> opened) {
        this.closed = Map.copyOf(closed);
        this.opened = Set.copyOf(opened);
    }

    /** {@return the calendar by the rules, without changes} */
    public static DanishBankCalendar standard() {
        return STANDARD;
    }

    /** {@return a builder for a calendar with changes} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return whether banks settle payments on this day} */
    public boolean isBankDay(LocalDate date) {
        return opened.contains(date)
                || (!isWeekend(date)
                        && !closed.containsKey(date)
                        && ClosingDays.nameOf(date).isEmpty());
    }

    /** {@return why this day is no bank day, in words for people; empty for a bank day} */
    public Optional<String> whyClosed(LocalDate date) {
        if (opened.contains(date)) {
            return Optional.empty();
        }
        return Optional.ofNullable(closed.get(date))
                .or(() -> ClosingDays.nameOf(date))
                .or(() -> weekend(date));
    }

    /** {@return the days from Monday to Friday of one year that are no bank days, with what closes them} */
    public SortedMap<LocalDate, String> closedWeekdays(int year) {
        SortedMap<LocalDate, String> days = new TreeMap<>();
        LocalDate first = LocalDate.of(year, 1, 1);
        for (int i = 0; i < first.lengthOfYear(); i++) {
            LocalDate date = first.plusDays(i);
            if (!isWeekend(date)) {
                whyClosed(date).ifPresent(why -> days.put(date, why));
            }
        }
        return Collections.unmodifiableSortedMap(days);
    }

    /** {@return the first bank day after this day} */
    public LocalDate nextBankDay(LocalDate date) {
        return onOrAfter(date.plusDays(1));
    }

    /** {@return the last bank day before this day} */
    public LocalDate previousBankDay(LocalDate date) {
        return onOrBefore(date.minusDays(1));
    }

    /** {@return this day if it is a bank day, else the first one after it} */
    public LocalDate onOrAfter(LocalDate date) {
        LocalDate day = date;
        while (!isBankDay(day)) {
            day = day.plusDays(1);
        }
        return day;
    }

    /** {@return this day if it is a bank day, else the last one before it} */
    public LocalDate onOrBefore(LocalDate date) {
        LocalDate day = date;
        while (!isBankDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }

    /**
     * {@return the bank day that many bank days away: 1 is the next after the day, -1 the last before it, 0 the day itself, bank
     * day or not}
     *
     * @param date where to count from; need not be a bank day
     * @param bankDays -100,000 to 100,000
     * @throws InvalidInputException if the number of days is outside its range
     */
    public LocalDate plusBankDays(LocalDate date, int bankDays) {
        if (bankDays > FARTHEST || bankDays < -FARTHEST) {
            throw InvalidInputException.ofValue("bankDays", "must be -" + FARTHEST + " to " + FARTHEST);
        }
        LocalDate day = date;
        for (int i = 0; i < bankDays; i++) {
            day = nextBankDay(day);
        }
        for (int i = 0; i > bankDays; i--) {
            day = previousBankDay(day);
        }
        return day;
    }

    private static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
    }

    private static Optional<String> weekend(LocalDate date) {
        return switch (date.getDayOfWeek()) {
            case SATURDAY -> Optional.of("Saturday (lørdag)");
            case SUNDAY -> Optional.of("Sunday (søndag)");
            default -> Optional.empty();
        };
    }

    /** Collects changes to the rules. For one thread. */
    public static final class Builder {
        private final Map<LocalDate, String> closed = new HashMap<>();
        private final Set<LocalDate> opened = new HashSet<>();
        private final List<Finding> findings = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a day on which the banks are closed.
         *
         * @param date the day
         * @param why what to tell people
         * @return this builder
         */
        public Builder closed(LocalDate date, String why) {
            closed.put(date, Objects.requireNonNull(why, "why"));
            return this;
        }

        /**
         * Adds a day on which the banks are open although the rules, or the weekend, say otherwise.
         *
         * @param date the day
         * @return this builder
         */
        public Builder open(LocalDate date) {
            opened.add(Objects.requireNonNull(date, "date"));
            return this;
        }

        /**
         * Adds the changes of a resource in UTF-8, one a line: {@code closed 2027-05-07 Reason} or {@code open 2027-06-05}; empty lines
         * and lines that begin with {@code #} are left out.
         *
         * @param changes at most 100,000 bytes; read to its end and left for the caller to close
         * @return this builder; lines that cannot be read are reported by {@link #build()}
         * @throws IOException if the stream cannot be read
         */
        public Builder read(InputStream changes) throws IOException {
            new CalendarChanges(this, findings::add).read(changes);
            return this;
        }

        /**
         * {@return the calendar}
         *
         * @throws InvalidInputException if lines of a resource could not be read or a day is both closed and open; lists every one
         */
        public DanishBankCalendar build() {
            List<Finding> all = new ArrayList<>(findings);
            opened.stream()
                    .filter(closed::containsKey)
                    .sorted()
                    .forEach(day -> all.add(
                            Finding.error("CALENDAR", day.toString(), "is both closed and open; keep one of the two")));
            if (!all.isEmpty()) {
                throw new InvalidInputException(CallReference.local("value", "DanishBankCalendar"), all);
            }
            return new DanishBankCalendar(closed, opened);
        }
    }
}
