package dk.borgerbro.eid.saml;

import dk.borgerbro.core.credential.OcesEnvironment;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * NemLog-in's environments as its metadata described them in 2026, each for one version of the profile: production serves both under one
 * entityID. For setting up, and for holding metadata against; addresses and certificates for logins come from metadata, because they change.
 * NemLog-in names no address at which its metadata could be fetched: download them from the administration portal. Immutable.
 */
public final class NemLogInEnvironment {
    private static final URI PORTAL = URI.create("https://administration.nemlog-in.dk/");
    private static final URI TEST_PORTAL = URI.create("https://administration.test-nemlog-in.dk/");

    /** Production, OIOSAML 3.0. */
    public static final NemLogInEnvironment PRODUCTION_OIO_3_0 = new NemLogInEnvironment(
            "production",
            OiosamlProfile.OIO_3_0,
            "https://saml.nemlog-in.dk",
            URI.create("https://login.nemlog-in.dk/idp/saml/3.0/"),
            URI.create("https://login.nemlog-in.dk/idp/saml/3.0/"),
            PORTAL,
            OcesEnvironment.PRODUCTION);

    /** Production, OIOSAML 4.0. */
    public static final NemLogInEnvironment PRODUCTION_OIO_4_0 = new NemLogInEnvironment(
            "production",
            OiosamlProfile.OIO_4_0,
            "https://saml.nemlog-in.dk",
            URI.create("https://login.nemlog-in.dk/idp/saml/4.0/"),
            URI.create("https://login.nemlog-in.dk/idp/saml/4.0/"),
            PORTAL,
            OcesEnvironment.PRODUCTION);

    /** Integration test, OIOSAML 3.0. Its entityID ends with a slash, unlike that of 4.0. */
    public static final NemLogInEnvironment INTEGRATION_TEST_OIO_3_0 = new NemLogInEnvironment(
            "integration test",
            OiosamlProfile.OIO_3_0,
            "https://saml.test-nemlog-in.dk/",
            URI.create("https://login.test-nemlog-in.dk/idp/saml/3.0/"),
            URI.create("https://login.test-nemlog-in.dk/idp/saml/3.0/"),
            TEST_PORTAL,
            OcesEnvironment.TEST);

    /** Integration test, OIOSAML 4.0. Redirect and POST go to different paths. */
    public static final NemLogInEnvironment INTEGRATION_TEST_OIO_4_0 = new NemLogInEnvironment(
            "integration test",
            OiosamlProfile.OIO_4_0,
            "https://saml.test-nemlog-in.dk",
            URI.create("https://login.test-nemlog-in.dk/saml/4.0/"),
            URI.create("https://login.test-nemlog-in.dk/idp/saml/4.0/"),
            TEST_PORTAL,
            OcesEnvironment.TEST);

    /** Pre-production (devtest4), OIOSAML 3.0. */
    public static final NemLogInEnvironment DEVTEST4_OIO_3_0 = new NemLogInEnvironment(
            "devtest4",
            OiosamlProfile.OIO_3_0,
            "https://saml.test-devtest4-nemlog-in.dk",
            URI.create("https://test-devtest4-nemlog-in.dk/idp/saml/3.0/"),
            URI.create("https://test-devtest4-nemlog-in.dk/idp/saml/3.0/"),
            null,
            OcesEnvironment.TEST);

    private final String name;
    private final OiosamlProfile profile;
    private final String entityId;
    private final URI redirect;
    private final URI post;
    private final @Nullable URI administrationPortal;
    private final OcesEnvironment certificates;

    private NemLogInEnvironment(
            String name,
            OiosamlProfile profile,
            String entityId,
            URI redirect,
            URI post,
            @Nullable URI administrationPortal,
            OcesEnvironment certificates) {
        this.name = name;
        this.profile = profile;
        this.entityId = entityId;
        this.redirect = redirect;
        this.post = post;
        this.administrationPortal = administrationPortal;
        this.certificates = certificates;
    }

    /** {@return all of them} */
    public static List<NemLogInEnvironment> all() {
        return List.of(
                PRODUCTION_OIO_3_0,
                PRODUCTION_OIO_4_0,
                INTEGRATION_TEST_OIO_3_0,
                INTEGRATION_TEST_OIO_4_0,
                DEVTEST4_OIO_3_0);
    }

    /** {@return its name, such as {@code integration test}; the same for both versions of the profile} */
    public String name() {
        return name;
    }

    /** {@return the version of the profile} */
    public OiosamlProfile profile() {
        return profile;
    }

    /** {@return the name of the identity provider, to be {@linkplain IdentityProviderTrust#withEntityId pinned}} */
    public String entityId() {
        return entityId;
    }

    /** {@return where login requests go, by redirect} */
    public URI singleSignOn() {
        return redirect;
    }

    /** {@return where logout messages go} */
    public List<LogoutEndpoint> logoutEndpoints() {
        return List.of(
                LogoutEndpoint.of(SamlBinding.HTTP_REDIRECT, redirect), LogoutEndpoint.of(SamlBinding.HTTP_POST, post));
    }

    /** {@return where services are set up; not known for devtest4} */
    public Optional<URI> administrationPortal() {
        return Optional.ofNullable(administrationPortal);
    }

    /** {@return the hierarchy that issued its certificates, and from which the service's own must be} */
    public OcesEnvironment certificates() {
        return certificates;
    }

    @Override
    public String toString() {
        return "NemLog-in " + name + ", " + profile;
    }
}
