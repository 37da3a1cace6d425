package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * A password or token that never prints itself and can be wiped.
 *
 * <p>Thread-safe. Wiping is best effort: copies that a library made stay out of reach.
 */
public final class Secret implements AutoCloseable {
    private final char[] characters;
    private volatile boolean closed;

    private Secret(char[] characters) {
        this.characters = characters;
    }

    /**
     * {@return a secret}
     *
     * @param characters copied; the caller may wipe its own array at once
     */
    public static Secret of(char[] characters) {
        return new Secret(characters.clone());
    }

    /**
     * {@return a secret}
     *
     * @param text a string cannot be wiped, so prefer {@link #of(char[])} where there is a choice
     */
    public static Secret of(String text) {
        return new Secret(text.toCharArray());
    }

    /**
     * {@return the value of an environment variable}
     *
     * @param variable its name
     * @throws CredentialException if it is not set
     */
    public static Secret fromEnv(String variable) {
        String value = System.getenv(variable);
        if (value == null) {
            throw new CredentialException(List.of(new CredentialException.Failure(
                    "environment variable " + variable,
                    CredentialException.Reason.NOT_READABLE,
                    "it is not set for this process")));
        }
        return of(value);
    }

    /**
     * {@return the text of a file, as containers and vaults hand out secrets}
     *
     * @param file UTF-8, at most 1 MiB; one line break at its end does not belong to the secret
     * @throws CredentialException if it cannot be read
     */
    public static Secret fromFile(Path file) {
        Source source = Source.file("secret", file);
        byte[] bytes = BoundedFile.read(source, file);
        CharBuffer text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
        } catch (CharacterCodingException e) {
            throw source.exception(CredentialException.Reason.MALFORMED, "it is not UTF-8 text");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
        int length = text.length();
        if (length > 0 && text.charAt(length - 1) == '\n') {
            length--;
        }
        if (length > 0 && text.charAt(length - 1) == '\r') {
            length--;
        }
        char[] characters = new char[length];
        text.get(characters);
        Arrays.fill(text.array(), '\0');
        return new Secret(characters);
    }

    /**
     * Lends the characters to a function; the deliberate act of revealing.
     *
     * @param use gets a copy that is wiped when it returns, and must not keep it
     * @return what the function returns
     * @throws IllegalStateException if this secret is closed
     */
    public <T> T use(Function<char[], T> use) {
        char[] copy;
        synchronized (characters) {
            if (closed) {
                throw new IllegalStateException("the secret is closed");
            }
            copy = characters.clone();
        }
        try {
            return use.apply(copy);
        } finally {
            Arrays.fill(copy, '\0');
        }
    }

    /** Wipes the characters; later uses fail. */
    @Override
    public void close() {
        synchronized (characters) {
            closed = true;
            Arrays.fill(characters, '\0');
        }
    }

    @Override
    public String toString() {
        return "Secret(hidden)";
    }
}
