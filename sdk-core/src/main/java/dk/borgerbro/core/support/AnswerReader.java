package dk.borgerbro.core.support;

import java.io.IOException;

/** Turns an answer with a status of 2xx into a value. Called once per try, on the calling thread. */
@FunctionalInterface
public interface AnswerReader<T> {
    /**
     * {@return the value}
     *
     * @throws IOException if the body is cut, too large or not of the expected form: for a write, the outcome is then unknown
     */
    T read(Answer answer) throws IOException;
}
