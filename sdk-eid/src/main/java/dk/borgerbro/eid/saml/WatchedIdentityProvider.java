package dk.borgerbro.eid.saml;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.eid.internal.metadata.FileMetadata;
import dk.borgerbro.eid.internal.metadata.HttpsMetadata;
import dk.borgerbro.eid.internal.metadata.LastGoodFile;
import dk.borgerbro.eid.internal.metadata.MetadataSource;
import dk.borgerbro.eid.internal.metadata.MetadataWatch;
import java.net.URI;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An identity provider that is followed: its metadata are read again in the background, from an https address or a file, and those from before
 * stay in use while new ones cannot be got or used. A signing certificate that its issuer has revoked is dropped all the same. Thread-safe; one
 * for each identity provider, and to be closed, which ends its daemon thread.
 *
 * <pre>{@code
 * var provider = WatchedIdentityProvider.builder(KombitContextHandler.PRODUCTION.metadata(), trust)
 *         .settings(settings)
 *         .lastGoodFile(Path.of("/var/lib/app/idp-metadata.xml"))
 *         .build();
 * }</pre>
 */
public final class WatchedIdentityProvider implements IdentityProviderSource, AutoCloseable {
    private final MetadataWatch watch;

    private WatchedIdentityProvider(MetadataWatch watch) {
        this.watch = watch;
    }

    /**
     * {@return a builder for metadata at an address, read again every 6 hours}
     *
     * @param address https; redirects are not followed
     * @param trust what the metadata must fulfil
     */
    public static Builder builder(URI address, IdentityProviderTrust trust) {
        return new Builder(builder -> new HttpsMetadata(address, builder.tlsAnchors, builder.settings), trust)
                .interval(Duration.ofHours(6));
    }

    /**
     * {@return a builder for metadata in a file, looked at every 5 minutes}
     *
     * @param trust what the metadata must fulfil
     */
    public static Builder builder(Path file, IdentityProviderTrust trust) {
        return new Builder(builder -> new FileMetadata(file), trust).interval(Duration.ofMinutes(5));
    }

    /** {@return what is known now, from memory} */
    @Override
    public IdentityProvider current() {
        return watch.current();
    }

    /** {@return how it stands} */
    public IdentityProviderHealth health() {
        return watch.health();
    }

    /**
     * Reads the metadata now, or waits for a reading that is under way; for operations, after the identity provider announced a change.
     *
     * @throws dk.borgerbro.core.error.SdkException if they could not be got or used; those from before stay in use
     */
    public void refresh() {
        watch.refresh();
    }

    /** Ends the thread and its connections; what is known stays available. */
    @Override
    public void close() {
        watch.close();
    }

    @Override
    public String toString() {
        return "WatchedIdentityProvider(" + current().entityId() + ")";
    }

    /** Builds a {@link WatchedIdentityProvider}. Not thread-safe. */
    public static final class Builder {
        private static final Duration SHORTEST = Duration.ofMinutes(1);
        private static final Duration LONGEST = Duration.ofHours(24);

        private final Function<Builder, MetadataSource> source;
        private final IdentityProviderTrust trust;
        private ClientSettings settings = ClientSettings.defaults();
        private Set<X509Certificate> tlsAnchors = Set.of();
        private Duration interval = LONGEST;
        private @Nullable Path lastGoodFile;
        private IdentityProviderListener listener = IdentityProviderListener.none();

        private Builder(Function<Builder, MetadataSource> source, IdentityProviderTrust trust) {
            this.source = source;
            this.trust = trust;
        }

        /** Sets time limits, proxy, clock and the like. A reading takes 30 s at most, beside the questions about revocation. */
        public Builder settings(ClientSettings settings) {
            this.settings = settings;
            return this;
        }

        /** Sets the only authorities to whom the certificate of the address must lead; by default the JVM's own. */
        public Builder tlsAnchors(Set<X509Certificate> anchors) {
            this.tlsAnchors = Set.copyOf(anchors);
            return this;
        }

        /**
         * Sets the longest time between two readings, 1 minute to 24 hours. Up to a fifth is taken off at random, metadata that are to be kept
         * for less are read sooner, and a failed reading is repeated after a minute, then two, and so on.
         */
        public Builder interval(Duration interval) {
            this.interval = interval;
            return this;
        }

        /**
         * Keeps good metadata in a file, from which a restart begins where the address cannot be reached. They must then fulfil the same trust.
         * Whoever can write the file can decide who may log in, as far as that trust allows.
         */
        public Builder lastGoodFile(Path file) {
            this.lastGoodFile = file;
            return this;
        }

        /** Sets who hears of changes and failures. */
        public Builder listener(IdentityProviderListener listener) {
            this.listener = listener;
            return this;
        }

        /**
         * {@return the identity provider, with its metadata read for the first time}
         *
         * @throws ConfigurationException naming every problem of the settings
         * @throws dk.borgerbro.core.error.SdkException if the metadata cannot be got or used and there is no good copy, saying why
         */
        public WatchedIdentityProvider build() {
            List<String> problems = new ArrayList<>();
            if (interval.compareTo(SHORTEST) < 0 || interval.compareTo(LONGEST) > 0) {
                problems.add("interval must be between 1 minute and 24 hours, but is " + interval);
            }
            if (!problems.isEmpty()) {
                throw new ConfigurationException("identity provider", problems);
            }
            MetadataWatch watch = new MetadataWatch(
                    source.apply(this),
                    trust.rules(),
                    Optional.ofNullable(lastGoodFile).map(LastGoodFile::new),
                    interval,
                    listener,
                    settings);
            watch.start();
            return new WatchedIdentityProvider(watch);
        }
    }
}
