package dk.borgerbro.eid.saml;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.SdkException;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.internal.ReturnPath;
import dk.borgerbro.eid.internal.login.ProviderSettings;
import dk.borgerbro.eid.internal.login.StandardServiceProvider;
import java.net.URI;
import java.security.interfaces.RSAKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Sets up a {@link SamlServiceProvider}. Needed are {@link #entityId}, {@link #assertionConsumerService}, {@link #singleLogoutService},
 * {@link #identityProvider} and {@link #key}; the rest has defaults. Not thread-safe.
 */
public final class ServiceProviderBuilder {
    private static final Duration MOST_SKEW = Duration.ofMinutes(5);
    private static final Duration MOST_AGE = Duration.ofMinutes(15);
    private static final Duration LONGEST_SESSION = Duration.ofHours(24);

    private final Map<AppPlatform, URI> appReturn = new EnumMap<>(AppPlatform.class);
    private @Nullable String entityId;
    private @Nullable URI consumerService;
    private @Nullable URI logoutService;
    private @Nullable IdentityProviderSource identityProvider;
    private @Nullable KeySource key;
    private @Nullable KeySource secondaryKey;
    private @Nullable LoginStores stores;
    private @Nullable CvrNumber authority;
    private OiosamlProfile profile = OiosamlProfile.OIO_3_0;
    private AssuranceLevel minimumAssurance = AssuranceLevel.SUBSTANTIAL;
    private ClientSettings settings = ClientSettings.defaults();
    private Duration clockSkew = Duration.ofMinutes(3);
    private Duration maxAge = Duration.ofMinutes(5);
    private Duration sessionLifetime = Duration.ofMinutes(30);
    private boolean unsolicited;
    private boolean authenticatedEncryption;
    private boolean legacyLevel;
    private MessageArchive archive = MessageArchive.none();
    private ServiceDescription description = ServiceDescription.defaults();
    private String defaultPage = "/";
    private String afterLogoutPage = "/";
    private SamlBinding logoutAnswer = SamlBinding.HTTP_POST;

    ServiceProviderBuilder() {}

    /** Sets the service's name, as it is registered with the identity provider. */
    public ServiceProviderBuilder entityId(String entityId) {
        this.entityId = entityId;
        return this;
    }

    /** Sets the public address that takes the answers to logins, exactly as browsers see it; https, or http on this machine. */
    public ServiceProviderBuilder assertionConsumerService(URI address) {
        this.consumerService = address;
        return this;
    }

    /** Sets the public address that takes logout messages by redirect, POST and SOAP. */
    public ServiceProviderBuilder singleLogoutService(URI address) {
        this.logoutService = address;
        return this;
    }

    /** Sets the identity provider: one snapshot, or a source that follows its metadata. */
    public ServiceProviderBuilder identityProvider(IdentityProviderSource source) {
        this.identityProvider = source;
        return this;
    }

    /** Sets the key that signs requests and opens assertions; RSA. */
    public ServiceProviderBuilder key(KeySource key) {
        this.key = key;
        return this;
    }

    /** Adds a key that opens assertions too, while a certificate is being exchanged. */
    public ServiceProviderBuilder secondaryKey(KeySource key) {
        this.secondaryKey = key;
        return this;
    }

    /** Sets the version of the profile; 3.0 by default. */
    public ServiceProviderBuilder profile(OiosamlProfile profile) {
        this.profile = profile;
        return this;
    }

    /** Sets the level that every login must reach; {@link AssuranceLevel#SUBSTANTIAL} by default. */
    public ServiceProviderBuilder minimumAssurance(AssuranceLevel level) {
        this.minimumAssurance = level;
        return this;
    }

    /** Sets what is remembered between requests; by default in the memory of this node, which will not do for several. */
    public ServiceProviderBuilder stores(LoginStores stores) {
        this.stores = stores;
        return this;
    }

    /** Sets clock, randomness, provider of cryptography and audit trail. */
    public ServiceProviderBuilder settings(ClientSettings settings) {
        this.settings = settings;
        return this;
    }

    /** Sets on whose behalf people log in, for the audit trail; by default the CVR number in the key's certificate. */
    public ServiceProviderBuilder authority(CvrNumber authority) {
        this.authority = authority;
        return this;
    }

    /** Sets how far clocks may disagree: 0 to 5 minutes, 3 by default (OIO-GE-01). */
    public ServiceProviderBuilder clockSkew(Duration skew) {
        this.clockSkew = skew;
        return this;
    }

    /** Sets how old an answer may be, beside the skew: 10 seconds to 15 minutes, 5 minutes by default. */
    public ServiceProviderBuilder maxAge(Duration age) {
        this.maxAge = age;
        return this;
    }

    /**
     * Sets how long a session lasts whose end the identity provider does not state: 1 minute to 24 hours, 30 minutes by default. A stated
     * end counts as it is, but after 24 hours.
     */
    public ServiceProviderBuilder sessionLifetime(Duration lifetime) {
        this.sessionLifetime = lifetime;
        return this;
    }

    /**
     * Accepts logins that begin at the identity provider. All else is checked as ever, yet nothing proves that the browser's user wanted to
     * log in: an attacker can log somebody in as himself.
     */
    public ServiceProviderBuilder acceptUnsolicited() {
        this.unsolicited = true;
        return this;
    }

    /** Refuses AES-CBC, which the profile allows and which does not notice changes by itself. */
    public ServiceProviderBuilder requireAuthenticatedEncryption() {
        this.authenticatedEncryption = true;
        return this;
    }

    /** Accepts the level of OIOSAML 2 ({@code AssuranceLevel}) where there is no other; it never counts as high. */
    public ServiceProviderBuilder acceptLegacyAssuranceLevel() {
        this.legacyLevel = true;
        return this;
    }

    /**
     * Sets where an app takes over after MitID's. A login names the platform only, so no attacker can choose the address.
     *
     * @param returnUrl a universal link on iOS, a package or address on Android
     */
    public ServiceProviderBuilder appSwitch(AppPlatform platform, URI returnUrl) {
        appReturn.put(platform, returnUrl);
        return this;
    }

    /** Keeps the messages of logins; none are kept by default. */
    public ServiceProviderBuilder archive(MessageArchive archive) {
        this.archive = archive;
        return this;
    }

    /** Sets what the service tells about itself in its metadata. */
    public ServiceProviderBuilder description(ServiceDescription description) {
        this.description = description;
        return this;
    }

    /** Sets where the browser goes after a login that named no page; {@code /} by default. */
    public ServiceProviderBuilder defaultPage(String path) {
        this.defaultPage = path;
        return this;
    }

    /** Sets where the browser goes after a logout that it began here; {@code /} by default. */
    public ServiceProviderBuilder afterLogoutPage(String path) {
        this.afterLogoutPage = path;
        return this;
    }

    /**
     * Sets how logout requests that came with the browser are answered: {@link SamlBinding#HTTP_POST}, the default, or
     * {@link SamlBinding#HTTP_REDIRECT}, as {@link KombitContextHandler#logoutAnswer} wants it.
     */
    public ServiceProviderBuilder logoutAnswer(SamlBinding binding) {
        this.logoutAnswer = binding;
        return this;
    }

    /**
     * {@return the service provider}
     *
     * @throws ConfigurationException naming everything that is missing, out of range or does not go together
     */
    public SamlServiceProvider build() {
        return StandardServiceProvider.of(checked());
    }

    /** {@return the settings, or every problem with them} */
    ProviderSettings checked() {
        List<String> problems = new ArrayList<>();
        requireGiven(problems);
        checkRanges(problems);
        checkIdentityProvider(problems);
        Optional<OrganisationKey> current = checkKey("key", key, problems);
        checkKey("secondaryKey", secondaryKey, problems);
        ReturnPath.problem(defaultPage).ifPresent(problem -> problems.add("defaultPage " + problem));
        ReturnPath.problem(afterLogoutPage).ifPresent(problem -> problems.add("afterLogoutPage " + problem));
        if (logoutAnswer == SamlBinding.SOAP) {
            problems.add("logoutAnswer must be HTTP_POST or HTTP_REDIRECT: no browser carries SOAP");
        }
        Optional<CvrNumber> onBehalf = Optional.ofNullable(authority)
                .or(() -> current.flatMap(own -> own.oces().cvr()));
        if (current.isPresent() && onBehalf.isEmpty()) {
            problems.add("authority is missing: the key's certificate names no CVR number for the audit trail");
        }
        if (problems.isEmpty()) {
            ProviderSettings checked = assembled(onBehalf.orElseThrow());
            problems.addAll(checked.metadata().problems());
            if (problems.isEmpty()) {
                return checked;
            }
        }
        throw new ConfigurationException("login", problems);
    }

    private ProviderSettings assembled(CvrNumber onBehalf) {
        return new ProviderSettings(
                given(entityId),
                given(consumerService),
                given(logoutService),
                given(identityProvider),
                given(key),
                Optional.ofNullable(secondaryKey),
                profile,
                minimumAssurance,
                stores == null ? LoginStores.inMemory(settings.clock()) : stores,
                settings,
                onBehalf,
                clockSkew,
                maxAge,
                sessionLifetime,
                unsolicited,
                authenticatedEncryption,
                legacyLevel,
                Map.copyOf(appReturn),
                archive,
                description,
                defaultPage,
                afterLogoutPage,
                logoutAnswer);
    }

    private void requireGiven(List<String> problems) {
        if (entityId == null) {
            problems.add("entityId is missing: the name under which the service is registered");
        }
        if (consumerService == null) {
            problems.add("assertionConsumerService is missing: the address that takes the answers");
        }
        if (logoutService == null) {
            problems.add("singleLogoutService is missing: the address that takes logout messages");
        }
        if (key == null) {
            problems.add("key is missing: the key that signs requests and opens assertions");
        }
    }

    private void checkRanges(List<String> problems) {
        if (minimumAssurance == AssuranceLevel.UNKNOWN) {
            problems.add("minimumAssurance must be a level that can be reached");
        }
        checkRange("clockSkew", clockSkew, Duration.ZERO, MOST_SKEW, problems);
        checkRange("maxAge", maxAge, Duration.ofSeconds(10), MOST_AGE, problems);
        checkRange("sessionLifetime", sessionLifetime, Duration.ofMinutes(1), LONGEST_SESSION, problems);
    }

    private static void checkRange(String name, Duration value, Duration least, Duration most, List<String> problems) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            problems.add(name + " must be " + least + " to " + most + ", but is " + value);
        }
    }

    private void checkIdentityProvider(List<String> problems) {
        if (identityProvider == null) {
            problems.add("identityProvider is missing: its metadata");
            return;
        }
        attempt("identityProvider", identityProvider::current, problems)
                .filter(known -> !known.supports(profile))
                .ifPresent(known -> problems.add(
                        "profile " + profile + " is not offered by " + known.entityId() + "; take its other metadata"));
    }

    private static Optional<OrganisationKey> checkKey(String name, @Nullable KeySource source, List<String> problems) {
        if (source == null) {
            return Optional.empty();
        }
        Optional<OrganisationKey> current = attempt(name, source::current, problems);
        current.filter(own -> !(own.certificate().getPublicKey() instanceof RSAKey))
                .ifPresent(own -> problems.add(name + " must be RSA: assertions are encrypted to it"));
        return current;
    }

    private static <T> Optional<T> attempt(String name, Supplier<T> source, List<String> problems) {
        try {
            return Optional.of(source.get());
        } catch (SdkException e) {
            problems.add(name + " cannot be read: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static <T> T given(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("was checked before");
        }
        return value;
    }
}
