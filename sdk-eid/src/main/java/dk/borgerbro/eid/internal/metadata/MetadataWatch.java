package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.CredentialException.Reason;
import dk.borgerbro.core.error.SdkException;
import dk.borgerbro.eid.saml.CertificateDescription;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.IdentityProviderHealth;
import dk.borgerbro.eid.saml.IdentityProviderListener;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Keeps an identity provider up to date: one thread, one reading at a time, the last good metadata in use. */
public final class MetadataWatch implements AutoCloseable {
    /** Unchanged metadata are looked at anew this often, because issuers revoke certificates. */
    private static final Duration RECHECK = Duration.ofHours(6);

    private final MetadataSource source;
    private final MetadataRules rules;
    private final Optional<LastGoodFile> lastGood;
    private final RefreshSchedule schedule;
    private final WatchNotices notices;
    private final ClientSettings settings;
    private final IdentityProviderReader reader;
    private final ReentrantLock reading = new ReentrantLock();
    private final Thread thread;
    private volatile @Nullable WatchState state;
    private volatile boolean closed;

    /** Creates a watch that does nothing until it is started. */
    public MetadataWatch(
            MetadataSource source,
            MetadataRules rules,
            Optional<LastGoodFile> lastGood,
            Duration interval,
            IdentityProviderListener listener,
            ClientSettings settings) {
        this.source = source;
        this.rules = rules;
        this.lastGood = lastGood;
        this.schedule = new RefreshSchedule(interval, settings.random());
        this.notices = new WatchNotices(source.name(), listener);
        this.settings = settings;
        this.reader = new IdentityProviderReader(rules);
        this.thread = new Thread(this::follow, "identity-provider-" + source.name());
        thread.setDaemon(true);
    }

    /** Reads for the first time on the calling thread, and follows from then on. */
    public void start() {
        boolean started = false;
        try {
            first();
            thread.start();
            started = true;
        } finally {
            if (!started) {
                source.close();
            }
        }
    }

    /** {@return what is known now} */
    public IdentityProvider current() {
        return known().provider();
    }

    /** {@return how it stands} */
    public IdentityProviderHealth health() {
        WatchState now = known();
        Instant at = settings.clock().instant();
        List<String> problems = new ArrayList<>(now.troubles());
        now.provider().droppedCertificates().forEach(failure -> problems.add(failure.toString()));
        for (X509Certificate certificate : now.provider().signingCertificates()) {
            if (WatchNotices.threshold(certificate, at) > 0) {
                problems.add("a signing certificate comes to its end: " + CertificateDescription.of(certificate));
            }
        }
        return new IdentityProviderHealth(
                now.loadedAt(), now.checkedAt(), now.failuresInARow(), isUsable(now.provider(), at), problems);
    }

    /** Reads now, and says so if it fails. */
    public void refresh() {
        WatchState before = known();
        reading.lock();
        try {
            WatchState now = known();
            // Whoever waited for another's reading takes its result, a failure included.
            if (now == before) {
                now = read(before);
            }
            if (now.failure() != null) {
                throw now.failure();
            }
        } finally {
            reading.unlock();
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        source.close();
    }

    private void follow() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                WatchState now = known();
                settings.sleeper()
                        .sleep(schedule.next(
                                now.provider(),
                                now.failuresInARow(),
                                settings.clock().instant()));
                reading.lock();
                try {
                    read(known());
                } finally {
                    reading.unlock();
                }
            }
        } catch (InterruptedException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }

    private void first() {
        Instant now = settings.clock().instant();
        WatchState first;
        try {
            byte[] metadata = source.fetch();
            IdentityProvider provider = reader.read(metadata, now, Set.of());
            first = WatchState.good(provider, metadata, now, keep(metadata));
        } catch (SdkException e) {
            first = fromCopy(e, now);
            notices.failed(e, first.provider());
        }
        state = first;
        notices.inspect(first.provider(), now);
    }

    private WatchState fromCopy(SdkException why, Instant now) {
        if (lastGood.isEmpty()) {
            throw why;
        }
        try {
            byte[] metadata = lastGood.get().read();
            IdentityProvider provider = reader.read(metadata, now, Set.of());
            return WatchState.good(provider, metadata, lastGood.get().writtenAt(), List.of())
                    .failed(why, now, provider);
        } catch (SdkException e) {
            why.addSuppressed(e);
            throw why;
        }
    }

    private WatchState read(WatchState before) {
        WatchState after = next(before);
        state = after;
        if (after.failure() != null && after.failuresInARow() != before.failuresInARow()) {
            notices.failed(after.failure(), after.provider());
        }
        if (after.differsFrom(before)) {
            notices.replaced(before.provider(), after.provider());
        }
        notices.inspect(after.provider(), settings.clock().instant());
        return after;
    }

    private WatchState next(WatchState before) {
        Instant now = settings.clock().instant();
        try {
            byte[] metadata = source.fetch();
            boolean same = Arrays.equals(metadata, before.metadata());
            if (same
                    && before.failure() == null
                    && now.isBefore(before.judgedAt().plus(RECHECK))) {
                return before.seenUnchanged(now);
            }
            Set<X509Certificate> trusted = Set.copyOf(before.provider().signingCertificates());
            IdentityProvider provider = reader.read(metadata, now, trusted);
            return WatchState.good(provider, metadata, now, keep(metadata));
        } catch (SdkException e) {
            // Closing breaks off a call, which is no failure of the service's.
            return closed ? before : before.failed(e, now, withoutRevoked(before.provider(), now));
        } catch (RuntimeException e) {
            // Of the application's own transport: its words may hold anything.
            String kind = e.getClass().getSimpleName();
            SdkException failure = new CredentialException(
                    List.of(new Failure("metadata", Reason.NOT_READABLE, "reading failed with " + kind)));
            return before.failed(failure, now, withoutRevoked(before.provider(), now));
        }
    }

    /** New metadata may be out of reach for long; what an issuer revoked meanwhile must not stay trusted. */
    private IdentityProvider withoutRevoked(IdentityProvider provider, Instant now) {
        if (rules.certificates().chain() == null) {
            return provider;
        }
        IdentityProvider.Builder kept = provider.toBuilder();
        for (X509Certificate certificate : provider.signingCertificates()) {
            rules.certificates()
                    .failure("signing certificate", List.of(certificate), now)
                    .filter(failure -> failure.reason() == Reason.REVOKED)
                    .ifPresent(failure -> kept.drop(certificate, failure));
        }
        return kept.build();
    }

    private List<String> keep(byte[] metadata) {
        return lastGood.flatMap(file -> file.write(metadata)).map(List::of).orElse(List.of());
    }

    private static boolean isUsable(IdentityProvider provider, Instant now) {
        try {
            return !provider.trustedKeys(now).isEmpty();
        } catch (CredentialException e) {
            return false;
        }
    }

    private WatchState known() {
        WatchState now = state;
        if (now == null) {
            throw new IllegalStateException("the watch was not started");
        }
        return now;
    }
}
