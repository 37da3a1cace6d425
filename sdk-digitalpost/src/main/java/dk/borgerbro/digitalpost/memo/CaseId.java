package dk.borgerbro.digitalpost.memo;

/**
 * The case (da: sag) that the message belongs to ({@code CaseID}).
 *
 * @param caseId its number
 * @param caseSystem the system that holds it
 */
public record CaseId(String caseId, String caseSystem) {
    /** Prints nothing of the values, which may name a person. */
    @Override
    public String toString() {
        return "CaseId(hidden)";
    }
}
