package dk.borgerbro.eid;

import dk.borgerbro.core.error.ConfigurationException;
import java.util.List;

/**
 * The id of one browser's session with the application, such as the value of its session cookie. Logins and logouts are bound to it, so that
 * an answer to one browser is worth nothing in another. Immutable. A secret: it prints nothing.
 */
public final class BrowserSession {
    private static final int MOST = 1024;

    private final String id;

    private BrowserSession(String id) {
        this.id = id;
    }

    /**
     * {@return the session with an id}
     *
     * @param id 16 to 1,024 characters that nobody can guess
     * @throws ConfigurationException if it is shorter or longer: the application must begin a session before it begins a login
     */
    public static BrowserSession of(String id) {
        if (id.length() < 16 || id.length() > MOST) {
            throw new ConfigurationException(
                    "login",
                    List.of("the id of a browser's session must have 16 to " + MOST + " characters, but has "
                            + id.length() + "; begin a session before a login"));
        }
        return new BrowserSession(id);
    }

    /** {@return the id; whoever has it is that browser} */
    public String id() {
        return id;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BrowserSession that && id.equals(that.id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "BrowserSession(hidden)";
    }
}
