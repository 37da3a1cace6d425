package dk.borgerbro.eid.saml;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.CredentialException.Reason;
import dk.borgerbro.eid.internal.metadata.Addresses;
import dk.borgerbro.eid.internal.metadata.BoundedMetadata;
import dk.borgerbro.eid.internal.metadata.CertificateCheck;
import dk.borgerbro.eid.internal.metadata.IdentityProviderReader;
import dk.borgerbro.eid.internal.metadata.KeyStrength;
import java.net.URI;
import java.nio.file.Path;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an identity provider: its name, its addresses and the certificates whose signatures count. A snapshot: immutable and
 * thread-safe.
 *
 * <p>Certificates that failed a check when the metadata were read are not among the {@linkplain #signingCertificates() signing
 * certificates}; what time can still change is checked at each use, by {@link #trustedKeys}.
 */
public final class IdentityProvider implements IdentityProviderSource {
    private final String entityId;
    private final URI singleSignOn;
    private final List<LogoutEndpoint> logoutEndpoints;
    private final List<X509Certificate> signingCertificates;
    private final List<Failure> droppedCertificates;
    private final Set<String> protocols;
    private final List<String> attributeProfiles;
    private final List<String> nameIdFormats;
    private final @Nullable Instant validUntil;
    private final @Nullable Duration cacheDuration;

    private IdentityProvider(Builder builder) {
        this.entityId = builder.entityId;
        this.singleSignOn = builder.singleSignOn;
        this.logoutEndpoints = List.copyOf(builder.logoutEndpoints);
        this.signingCertificates = List.copyOf(builder.signingCertificates);
        this.droppedCertificates = List.copyOf(builder.droppedCertificates);
        this.protocols = Set.copyOf(builder.protocols);
        this.attributeProfiles = List.copyOf(builder.attributeProfiles);
        this.nameIdFormats = List.copyOf(builder.nameIdFormats);
        this.validUntil = builder.validUntil;
        this.cacheDuration = builder.cacheDuration;
    }

    /**
     * {@return the identity provider in a metadata file that somebody has reviewed}
     *
     * <p>Its certificates are taken {@linkplain IdentityProviderTrust#withoutChain() as they stand}.
     *
     * @throws dk.borgerbro.core.error.InvalidMessageException if the file is no usable metadata, saying where it is wrong
     * @throws CredentialException if the file cannot be read, or none of its certificates counts, saying why
     */
    public static IdentityProvider load(Path file) {
        return load(file, IdentityProviderTrust.withoutChain());
    }

    /** {@return the identity provider in a metadata file}, refused as by {@link #load(Path)} */
    public static IdentityProvider load(Path file, IdentityProviderTrust trust) {
        return parse(BoundedMetadata.read(file), trust, Clock.systemUTC());
    }

    /**
     * {@return the identity provider in metadata}
     *
     * @param metadata at most 4 MiB
     * @param clock tells when its certificates must hold
     * @throws dk.borgerbro.core.error.InvalidMessageException if they are not usable, saying where they are wrong
     * @throws CredentialException if no certificate counts, saying why for each
     */
    public static IdentityProvider parse(byte[] metadata, IdentityProviderTrust trust, Clock clock) {
        return new IdentityProviderReader(trust.rules()).read(metadata, clock.instant(), Set.of());
    }

    /**
     * {@return a builder, for identity providers without metadata and for tests}
     *
     * @param entityId its name
     * @param singleSignOn where it takes login requests by redirect
     */
    public static Builder builder(String entityId, URI singleSignOn) {
        return new Builder(entityId, singleSignOn);
    }

    /** {@return a builder that starts from this snapshot} */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** {@return its name, which its messages carry as issuer} */
    public String entityId() {
        return entityId;
    }

    /** {@return where it takes login requests by redirect, exactly as its metadata say} */
    public URI singleSignOn() {
        return singleSignOn;
    }

    /** {@return where it takes logout messages, in the order of its metadata} */
    public List<LogoutEndpoint> logoutEndpoints() {
        return logoutEndpoints;
    }

    /** {@return where it takes logout messages by a binding, the first if there are several} */
    public Optional<LogoutEndpoint> logoutEndpoint(SamlBinding binding) {
        return logoutEndpoints.stream()
                .filter(endpoint -> endpoint.binding() == binding)
                .findFirst();
    }

    /** {@return the certificates that passed all checks when they were read} */
    public List<X509Certificate> signingCertificates() {
        return signingCertificates;
    }

    /** {@return the certificates of the metadata that are not trusted, and why} */
    public List<Failure> droppedCertificates() {
        return droppedCertificates;
    }

    /**
     * {@return the keys of which any may have signed a message, at least one}
     *
     * @param now when the message is checked
     * @throws CredentialException if there is none, because all certificates have expired or the metadata have, saying why; no login can be
     *     completed then
     */
    public List<PublicKey> trustedKeys(Instant now) {
        if (validUntil != null && !now.isBefore(validUntil)) {
            throw new CredentialException(List.of(new Failure(
                    "metadata of " + entityId, Reason.EXPIRED, "valid until " + validUntil + "; load newer ones")));
        }
        List<PublicKey> keys = new ArrayList<>();
        List<Failure> failures = new ArrayList<>(droppedCertificates);
        for (X509Certificate certificate : signingCertificates) {
            CertificateCheck.outOfTime("signing certificate", certificate, now)
                    .ifPresentOrElse(failures::add, () -> keys.add(certificate.getPublicKey()));
        }
        if (keys.isEmpty()) {
            throw new CredentialException(failures);
        }
        return keys;
    }

    /** {@return whether it offers a version of the profile; each offers 3.0 unless it says otherwise} */
    public boolean supports(OiosamlProfile profile) {
        return profile.protocol().map(protocols::contains).orElse(true);
    }

    /** {@return the attribute profiles that it offers, empty if it names none} */
    public List<String> attributeProfiles() {
        return attributeProfiles;
    }

    /** {@return the formats of names that it offers, empty if it names none} */
    public List<String> nameIdFormats() {
        return nameIdFormats;
    }

    /** {@return when its metadata end, if they say so} */
    public Optional<Instant> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    /** {@return how long its metadata may be kept before they are asked for again, if they say so} */
    public Optional<Duration> cacheDuration() {
        return Optional.ofNullable(cacheDuration);
    }

    /** {@return this snapshot, always} */
    @Override
    public IdentityProvider current() {
        return this;
    }

    @Override
    public String toString() {
        return "IdentityProvider(" + entityId + ", " + signingCertificates.size() + " signing certificates)";
    }

    /** Builds an {@link IdentityProvider}. Not thread-safe. */
    public static final class Builder {
        private final String entityId;
        private final URI singleSignOn;
        private final List<LogoutEndpoint> logoutEndpoints = new ArrayList<>();
        private final Set<X509Certificate> signingCertificates = new LinkedHashSet<>();
        private final List<Failure> droppedCertificates = new ArrayList<>();
        private final Set<String> protocols = new LinkedHashSet<>();
        private final List<String> attributeProfiles = new ArrayList<>();
        private final List<String> nameIdFormats = new ArrayList<>();
        private @Nullable Instant validUntil;
        private @Nullable Duration cacheDuration;

        private Builder(String entityId, URI singleSignOn) {
            this.entityId = entityId;
            this.singleSignOn = singleSignOn;
        }

        private Builder(IdentityProvider from) {
            this(from.entityId, from.singleSignOn);
            logoutEndpoints.addAll(from.logoutEndpoints);
            signingCertificates.addAll(from.signingCertificates);
            droppedCertificates.addAll(from.droppedCertificates);
            protocols.addAll(from.protocols);
            attributeProfiles.addAll(from.attributeProfiles);
            nameIdFormats.addAll(from.nameIdFormats);
            validUntil = from.validUntil;
            cacheDuration = from.cacheDuration;
        }

        /** Adds an address for logout messages. */
        public Builder logout(LogoutEndpoint endpoint) {
            logoutEndpoints.add(endpoint);
            return this;
        }

        /** Trusts a certificate. */
        public Builder signingCertificate(X509Certificate certificate) {
            signingCertificates.add(certificate);
            return this;
        }

        /** Trusts a certificate no more, and notes why. */
        public Builder drop(X509Certificate certificate, Failure why) {
            signingCertificates.remove(certificate);
            return dropped(why);
        }

        /** Notes a certificate that is not trusted. */
        public Builder dropped(Failure failure) {
            droppedCertificates.add(failure);
            return this;
        }

        /** Says that it offers a version of the profile. */
        public Builder profile(OiosamlProfile profile) {
            profile.protocol().ifPresent(protocols::add);
            return this;
        }

        /** Adds an attribute profile that it offers. */
        public Builder attributeProfile(String uri) {
            attributeProfiles.add(uri);
            return this;
        }

        /** Adds a format of names that it offers. */
        public Builder nameIdFormat(String uri) {
            nameIdFormats.add(uri);
            return this;
        }

        /** Sets when its metadata end. */
        public Builder validUntil(Instant end) {
            this.validUntil = end;
            return this;
        }

        /** Sets how long its metadata may be kept before they are asked for again. */
        public Builder cacheDuration(Duration time) {
            this.cacheDuration = time;
            return this;
        }

        /**
         * {@return the identity provider}
         *
         * @throws ConfigurationException naming every problem: an empty name, no certificate (trusted or dropped), a weak key, or an address that is neither https nor on
         *     this machine
         */
        public IdentityProvider build() {
            List<String> problems = new ArrayList<>();
            if (entityId.isBlank()) {
                problems.add("the identity provider needs an entityID");
            }
            checkAddress("the address for login requests", singleSignOn, problems);
            for (LogoutEndpoint endpoint : logoutEndpoints) {
                checkAddress("the address for logout by " + endpoint.binding(), endpoint.location(), problems);
                checkAddress(
                        "the address for answers to logout by " + endpoint.binding(),
                        endpoint.responseLocation(),
                        problems);
            }
            for (X509Certificate certificate : signingCertificates) {
                KeyStrength.weakness(certificate.getPublicKey())
                        .ifPresent(weakness -> problems.add("signing certificate: " + weakness));
            }
            if (signingCertificates.isEmpty() && droppedCertificates.isEmpty()) {
                problems.add("the identity provider needs at least one signing certificate");
            }
            if (!problems.isEmpty()) {
                throw new ConfigurationException("identity provider", problems);
            }
            return new IdentityProvider(this);
        }

        /** {@return whether a certificate is trusted so far} */
        public boolean hasSigningCertificate() {
            return !signingCertificates.isEmpty();
        }

        private static void checkAddress(String which, URI address, List<String> problems) {
            Addresses.problem(address).ifPresent(problem -> problems.add(which + " " + problem));
        }
    }
}
