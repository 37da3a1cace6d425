package dk.borgerbro.eid.internal.metadata;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** Addresses to which a browser is sent. */
public final class Addresses {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private Addresses() {}

    /** {@return the address in an attribute}, refused with a typed error if it is none */
    static URI parse(String text, String path) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw Md.fault("2.2.2", path, "is not an address");
        }
    }

    /** {@return what is wrong with an address, empty if nothing is; plain http is taken on this machine only} */
    public static Optional<String> problem(URI address) {
        String host = address.getHost();
        if (host == null || address.getRawUserInfo() != null || address.getRawFragment() != null) {
            return Optional.of("must be https://host/… without user and fragment");
        }
        boolean secure = "https".equalsIgnoreCase(address.getScheme());
        boolean local = "http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(host);
        return secure || local ? Optional.empty() : Optional.of("must be https, or http on this machine");
    }
}
