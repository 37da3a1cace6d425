package dk.borgerbro.core.support.xml;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidMessageException;
import java.io.IOException;
import java.util.List;

/**
 * A document is not the XML that was expected. Says where, never what stood there. An {@link IOException}, since readers of answers end
 * in one: the call pipeline, or whoever reads a file, turns it into its own typed error.
 */
public final class XmlReadingException extends IOException {
    private final Finding finding;
    private final int line;
    private final int column;

    XmlReadingException(Finding finding, int line, int column) {
        super(finding + (line > 0 ? " (line " + line + ", column " + column + ")" : ""));
        this.finding = finding;
        this.line = line;
        this.column = column;
    }

    /** {@return the broken rule; its path holds element names only} */
    public Finding finding() {
        return finding;
    }

    /** {@return line where reading stopped, from 1; 0 if it is not known} */
    public int line() {
        return line;
    }

    /** {@return column where reading stopped, from 1; 0 if it is not known} */
    public int column() {
        return column;
    }

    /** {@return the same as a typed error of the SDK} */
    public InvalidMessageException asInvalidMessage(CallReference call) {
        return new InvalidMessageException(
                call, List.of(Finding.error(finding.rule(), finding.path(), finding.message() + where())));
    }

    private String where() {
        return line > 0 ? " (line " + line + ", column " + column + ")" : "";
    }
}
