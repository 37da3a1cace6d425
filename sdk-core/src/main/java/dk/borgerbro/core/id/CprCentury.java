package dk.borgerbro.core.id;

/** The century of birth, which the seventh digit and the year say together. */
final class CprCentury {
    private CprCentury() {}

    /**
     * {@return 1800, 1900 or 2000}
     *
     * @param seventhDigit 0 to 9
     * @param yearOfCentury 0 to 99
     */
    static int of(int seventhDigit, int yearOfCentury) {
        if (seventhDigit <= 3) {
            return 1900;
        }
        if (seventhDigit == 4 || seventhDigit == 9) {
            return yearOfCentury <= 36 ? 2000 : 1900;
        }
        return yearOfCentury <= 57 ? 2000 : 1800;
    }
}
