package dk.borgerbro.testkit.simulator;

/**
 * A call that came in. The query is left out because it may hold personal data.
 *
 * @param method such as {@code POST}
 * @param path without the query
 * @param fault that the call met
 * @param status of the answer, also of one that was cut or never left; 0 if there was none
 */
public record RecordedCall(String method, String path, FaultKind fault, int status) {}
