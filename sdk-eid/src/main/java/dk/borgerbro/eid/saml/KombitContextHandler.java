package dk.borgerbro.eid.saml;

import dk.borgerbro.core.credential.OcesEnvironment;
import java.net.URI;

/**
 * KOMBIT's context handler, the municipalities' common access control (da: fælleskommunal adgangsstyring): another identity provider of the
 * same profile, which lets the municipality's own one log in. Its metadata can be watched at their address. Immutable.
 */
public final class KombitContextHandler {
    /** Production. */
    public static final KombitContextHandler PRODUCTION =
            new KombitContextHandler("production", "n2adgangsstyring.stoettesystemerne.dk");

    /** The external test environment. */
    public static final KombitContextHandler EXTERNAL_TEST =
            new KombitContextHandler("external test", "n2adgangsstyring.eksterntest-stoettesystemerne.dk");

    private final String name;
    private final URI metadata;

    private KombitContextHandler(String name, String host) {
        this.name = name;
        this.metadata = URI.create("https://" + host + "/runtime/saml2/metadata.idp");
    }

    /** {@return the address of its metadata} */
    public URI metadata() {
        return metadata;
    }

    /** {@return the version of the profile} */
    public OiosamlProfile profile() {
        return OiosamlProfile.OIO_3_0;
    }

    /** {@return how it wants answers to its logout requests, unlike NemLog-in} */
    public SamlBinding logoutAnswer() {
        return SamlBinding.HTTP_REDIRECT;
    }

    /** {@return the hierarchy of the certificates: production even in test, and one of its own for each environment} */
    public OcesEnvironment certificates() {
        return OcesEnvironment.PRODUCTION;
    }

    @Override
    public String toString() {
        return "KOMBIT context handler, " + name;
    }
}
