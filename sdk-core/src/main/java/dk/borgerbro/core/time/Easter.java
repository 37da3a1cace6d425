package dk.borgerbro.core.time;

import java.time.LocalDate;

/** Easter Sunday of the Gregorian calendar, by the algorithm of Meeus, Jones and Butcher. */
final class Easter {
    /** After so many years the dates of Easter repeat. */
    private static final int CYCLE = 5_700_000;

    private Easter() {}

    /** {@return Easter Sunday}; before 1583 as if the Gregorian calendar had been in use */
    static LocalDate of(int year) {
        int y = Math.floorMod(year, CYCLE);
        int golden = y % 19;
        int century = y / 100;
        int yearOfCentury = y % 100;
        int moonCorrection = (century - (century + 8) / 25 + 1) / 3;
        int fullMoon = (19 * golden + century - century / 4 - moonCorrection + 15) % 30;
        int toSunday = (32 + 2 * (century % 4) + 2 * (yearOfCentury / 4) - fullMoon - yearOfCentury % 4) % 7;
        int late = (golden + 11 * fullMoon + 22 * toSunday) / 451;
        int fromMarch = fullMoon + toSunday - 7 * late + 114;
        return LocalDate.of(year, fromMarch / 31, fromMarch % 31 + 1);
    }
}
