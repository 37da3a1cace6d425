package dk.borgerbro.core.time;

import java.time.LocalDate;
import java.util.Optional;

/** The days besides Saturday and Sunday on which Danish banks are closed, year after year. */
final class ClosingDays {
    private static final int LAST_GREAT_PRAYER_DAY = 2023;

    private ClosingDays() {}

    /** {@return what closes the banks on this day, in English and Danish; empty on any other day, weekends included} */
    static Optional<String> nameOf(LocalDate date) {
        String name = fixed(date.getMonthValue() * 100 + date.getDayOfMonth());
        // No day that moves with Easter comes before 19 March or after 14 June.
        boolean byEaster = name.isEmpty() && date.getMonthValue() >= 3 && date.getMonthValue() <= 6;
        if (byEaster) {
            name = moving(Math.toIntExact(
                    date.toEpochDay() - Easter.of(date.getYear()).toEpochDay()));
        }
        boolean abolished = name.startsWith("Great Prayer Day") && date.getYear() > LAST_GREAT_PRAYER_DAY;
        return name.isEmpty() || abolished ? Optional.empty() : Optional.of(name);
    }

    private static String fixed(int monthAndDay) {
        return switch (monthAndDay) {
            case 101 -> "New Year's Day (nytårsdag)";
            case 605 -> "Constitution Day (grundlovsdag)";
            case 1224 -> "Christmas Eve (juleaftensdag)";
            case 1225 -> "Christmas Day (juledag)";
            case 1226 -> "Second Christmas Day (2. juledag)";
            case 1231 -> "New Year's Eve (nytårsaftensdag)";
            default -> "";
        };
    }

    private static String moving(int daysAfterEaster) {
        return switch (daysAfterEaster) {
            case -3 -> "Maundy Thursday (skærtorsdag)";
            case -2 -> "Good Friday (langfredag)";
            case 1 -> "Easter Monday (2. påskedag)";
            case 26 -> "Great Prayer Day (store bededag)";
            case 39 -> "Ascension Day (Kristi himmelfartsdag)";
            case 40 -> "day after Ascension Day (dagen efter Kristi himmelfartsdag)";
            case 50 -> "Whit Monday (2. pinsedag)";
            default -> "";
        };
    }
}
