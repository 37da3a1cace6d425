package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.digitalpost.internal.memo.MemoChecks;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Answers why a message was or will be refused: reads XML once and returns everything it finds, by the rules for sending. Memory stays
 * small whatever the size. Immutable and thread-safe.
 *
 * <p>Beside the rules of {@link MemoValidator}: V01 the version · V02 {@code memoSchVersion} in 1.1 only · V03 the flags that 1.1 demands
 * · V08 structure: order, number, missing and unknown elements and attributes, text and elements where none may be · V17 base64
 * · V18 the first bytes of files. Not checked: V19 (prefixes on the municipal route) and V20 (ids in the address of a call). A document that cannot be read to its end
 * has, after what was found until then, one finding whose rule begins with {@code XML-} and whose message names line and column; rule
 * {@code READ} says that a message has more than a thousand faults.
 */
public final class MemoChecker {
    private final MemoValidator rules;

    private MemoChecker(MemoValidator rules) {
        this.rules = rules;
    }

    /** {@return a checker with the default limits, for messages whose sender has all permissions} */
    public static MemoChecker create() {
        return of(MemoValidator.forSending().withMandatoryPost(true).withLegalNotification(true));
    }

    /** {@return a checker with the limits and permissions of a validator} */
    public static MemoChecker of(MemoValidator rules) {
        return new MemoChecker(rules);
    }

    /**
     * {@return everything found, and what the message says of itself}
     *
     * @param in read to its end if it is XML, not closed
     * @throws IOException if the stream fails
     */
    public MemoCheck check(InputStream in) throws IOException {
        return MemoChecks.check(in, rules);
    }

    /**
     * {@return everything found, and what the message says of itself}
     *
     * @throws IOException if the file cannot be read
     */
    public MemoCheck check(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return check(in);
        }
    }
}
