package dk.borgerbro.core.id;

/** What the last digit of a {@link CprNumber} says. */
public enum Sex {
    /** Even last digit (da: kvinde). */
    FEMALE,
    /** Odd last digit (da: mand). */
    MALE
}
