package dk.borgerbro.core.config;

import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.error.ConfigurationException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An HTTP proxy that calls go through, with credentials if it asks for them. Immutable. */
public final class ProxySettings {
    private final String host;
    private final int port;
    private final @Nullable Credentials credentials;

    private ProxySettings(String host, int port, @Nullable Credentials credentials) {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new ConfigurationException("proxy", List.of("host must be named and port be 1 to 65535"));
        }
        this.host = host;
        this.port = port;
        this.credentials = credentials;
    }

    /** {@return a proxy that asks for no credentials} */
    public static ProxySettings of(String host, int port) {
        return new ProxySettings(host, port, null);
    }

    /** {@return this proxy with credentials} */
    public ProxySettings withCredentials(String user, Secret password) {
        return new ProxySettings(host, port, new Credentials(user, password));
    }

    /** {@return the host} */
    public String host() {
        return host;
    }

    /** {@return the port} */
    public int port() {
        return port;
    }

    /** {@return the credentials, if there are any} */
    public Optional<Credentials> credentials() {
        return Optional.ofNullable(credentials);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }

    /**
     * User and password for a proxy.
     *
     * @param user the user's name
     * @param password the password
     */
    public record Credentials(String user, Secret password) {
        @Override
        public String toString() {
            return "Credentials(hidden)";
        }
    }
}
