package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Reason;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A key that is loaded again when its files change, so that a renewed certificate is taken up without a restart.
 *
 * <p>Looks at the files when it is asked, at most once per interval, and has no thread of its own. A file that cannot be used
 * is reported and tried again at the next interval, and the last good key stays in use until it expires. Thread-safe.
 */
public final class WatchedKey implements KeySource {
    private final Supplier<OrganisationKey> load;
    private final List<Path> files;
    private final Duration interval;
    private final Clock clock;
    private final CredentialListener listener;
    private final ReentrantLock looking = new ReentrantLock();
    private volatile State state;

    private WatchedKey(Builder builder) {
        this.load = builder.load;
        this.files = List.copyOf(builder.files);
        this.interval = builder.interval;
        this.clock = builder.clock;
        this.listener = new QuietListener(builder.listener);
        List<FileStamp> stamps = stamps();
        this.state = new State(load.get(), stamps, stamps, nextLook());
    }

    /**
     * {@return a builder}
     *
     * @param load reads the key, for instance {@code () -> OrganisationKey.pkcs12(file, password)}; the password must stay open
     * @param file whose change calls for another load
     */
    public static Builder builder(Supplier<OrganisationKey> load, Path file) {
        return new Builder(load).alsoWatching(file);
    }

    /**
     * {@return the newest key that could be loaded}
     *
     * @throws CredentialException if it has expired and no good file has taken its place
     */
    @Override
    public OrganisationKey current() {
        Instant now = clock.instant();
        if (!now.isBefore(state.nextLook()) && looking.tryLock()) {
            try {
                if (!now.isBefore(state.nextLook())) {
                    look();
                }
            } finally {
                looking.unlock();
            }
        }
        return state.key().requireValidAt(now);
    }

    private void look() {
        State before = state;
        // Taken before loading: a file that is still being written has another stamp afterwards.
        List<FileStamp> stamps = stamps();
        if (stamps.equals(before.loaded())) {
            state = new State(before.key(), stamps, stamps, nextLook());
            return;
        }
        try {
            OrganisationKey after = load.get();
            state = new State(after, stamps, stamps, nextLook());
            if (!after.certificate().equals(before.key().certificate())) {
                listener.replaced(before.key(), after);
            }
        } catch (CredentialException e) {
            keep(before, stamps, e);
        } catch (RuntimeException e) {
            // Of the application's own making, such as a password that was closed: its words may be a secret's.
            keep(
                    before,
                    stamps,
                    new Source("watched key")
                            .exception(
                                    Reason.NOT_READABLE,
                                    "loading it failed with " + e.getClass().getSimpleName()));
        }
    }

    private void keep(State before, List<FileStamp> stamps, CredentialException why) {
        state = new State(before.key(), before.loaded(), stamps, nextLook());
        if (!stamps.equals(before.seen())) {
            listener.reloadFailed(why);
        }
    }

    private Instant nextLook() {
        return clock.instant().plus(interval);
    }

    private List<FileStamp> stamps() {
        return files.stream().map(FileStamp::of).toList();
    }

    /**
     * What is known now.
     *
     * @param key the last good key
     * @param loaded the files as they were when it was loaded
     * @param seen the files as they were at the last look
     * @param nextLook when to look again
     */
    private record State(OrganisationKey key, List<FileStamp> loaded, List<FileStamp> seen, Instant nextLook) {}

    /** Builds a {@link WatchedKey}. Not thread-safe. */
    public static final class Builder {
        private final Supplier<OrganisationKey> load;
        private final List<Path> files = new ArrayList<>();
        private Duration interval = Duration.ofSeconds(30);
        private Clock clock = Clock.systemUTC();
        private CredentialListener listener = CredentialListener.none();

        private Builder(Supplier<OrganisationKey> load) {
            this.load = load;
        }

        /** Watches one more file, such as the key beside the certificates. */
        public Builder alsoWatching(Path file) {
            files.add(file);
            return this;
        }

        /** Sets the least time between two looks at the files; 30 s by default. */
        public Builder interval(Duration interval) {
            this.interval = interval;
            return this;
        }

        /** Sets the clock; UTC system clock by default. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Sets who hears of reloads, of failed ones, and of certificates that come to their end. */
        public Builder listener(CredentialListener listener) {
            this.listener = listener;
            return this;
        }

        /**
         * {@return the source, with its first key loaded}
         *
         * @throws ConfigurationException if the interval is negative
         * @throws CredentialException if the first load fails
         */
        public KeySource build() {
            if (interval.isNegative()) {
                throw new ConfigurationException("key", List.of("interval must not be negative"));
            }
            return new WatchedKey(this).notifying(listener, clock);
        }
    }
}
