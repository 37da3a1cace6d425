package dk.borgerbro.core.support;

import org.jspecify.annotations.Nullable;

/**
 * What remains of a foreign exception that is safe to attach to ours: the types of it and its causes and where they were thrown. Their
 * messages quote addresses, values and pieces of documents, so they stay behind.
 */
public final class CleanCause extends Exception {
    private static final long serialVersionUID = 1L;
    private static final int DEEPEST = 8;

    private CleanCause(Throwable fault, @Nullable Throwable cause) {
        super(fault.getClass().getName(), cause);
        setStackTrace(fault.getStackTrace());
    }

    /** {@return what is safe of a fault} */
    public static CleanCause of(Throwable fault) {
        return of(fault, DEEPEST);
    }

    private static CleanCause of(Throwable fault, int depth) {
        Throwable below = fault.getCause();
        return new CleanCause(fault, below == null || depth == 1 ? null : of(below, depth - 1));
    }
}
