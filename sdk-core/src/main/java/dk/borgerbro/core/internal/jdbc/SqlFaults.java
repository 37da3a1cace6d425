package dk.borgerbro.core.internal.jdbc;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.StorageException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Turns what a driver throws into our own error, without the driver's text: it quotes keys and values. */
final class SqlFaults {
    private static final Set<String> UNIQUE_VIOLATION = Set.of("23505");
    /** Serialisation failure and deadlock: the database asks for the transaction to be run again. */
    private static final Set<String> RUN_AGAIN = Set.of("40001", "40P01");
    /** Undefined table in PostgreSQL and in H2. */
    private static final Set<String> TABLE_MISSING = Set.of("42P01", "42S02", "42S03", "42S04");
    /** Connection, rollback, lock, resources, operator intervention, time-out. */
    private static final Set<String> PASSING_CLASSES = Set.of("08", "40", "53", "55", "57", "HY");

    private SqlFaults() {}

    /** {@return whether the same transaction, begun anew, may come out otherwise} */
    static boolean isWorthAnotherRun(SQLException fault) {
        String state = state(fault);
        return RUN_AGAIN.contains(state) || UNIQUE_VIOLATION.contains(state);
    }

    static boolean isUniqueViolation(SQLException fault) {
        return UNIQUE_VIOLATION.contains(state(fault));
    }

    static StorageException describe(String subject, String operation, SQLException fault) {
        String state = state(fault);
        return new StorageException(
                CallReference.local(subject, operation),
                "failed in the database (SQLState " + (state.isEmpty() ? "none" : state) + "): " + advice(state),
                isPassing(fault, state),
                withoutText(fault));
    }

    private static String advice(String state) {
        if (TABLE_MISSING.contains(state)) {
            return "a table is missing; apply the script of the package, for instance by its schema class";
        }
        if (state.isEmpty() || state.startsWith("08")) {
            return "no connection; check that the database is up and the pool large enough";
        }
        return "the log of the database tells more";
    }

    private static boolean isPassing(SQLException fault, String state) {
        return state.length() < 2
                || PASSING_CLASSES.contains(state.substring(0, 2))
                || fault instanceof SQLTransientException
                || fault instanceof SQLRecoverableException;
    }

    private static SQLException withoutText(SQLException fault) {
        SQLException bare = new SQLException(
                fault.getClass().getName() + ", text withheld since it may quote stored values",
                fault.getSQLState(),
                fault.getErrorCode());
        bare.setStackTrace(fault.getStackTrace());
        return bare;
    }

    private static String state(SQLException fault) {
        String state = fault.getSQLState();
        return state == null ? "" : state;
    }
}
