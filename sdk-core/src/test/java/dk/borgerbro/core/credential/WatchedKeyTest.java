package dk.borgerbro.core.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Reason;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedKeyTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration INTERVAL = Duration.ofSeconds(30);
    private static final char[] PASSWORD = "kodeord".toCharArray();
    private static final Secret SECRET = Secret.of(PASSWORD);
    private static final TestPki PKI =
            TestPki.builder().clock(new MovingClock(NOW)).build();
    private static final TestIdentity FIRST = PKI.order().issue();
    private static final TestIdentity RENEWED = PKI.order().issue();

    private final MovingClock clock = new MovingClock(NOW);
    private final List<String> events = new ArrayList<>();
    private final AtomicInteger loads = new AtomicInteger();

    @TempDir
    private Path directory;

    private Path file;
    private KeySource source;

    @BeforeEach
    void watch() throws IOException {
        file = FIRST.writePkcs12(directory.resolve("system.p12"), PASSWORD);
        source = builder().build();
    }

    @Test
    void anUnchangedFileIsLoadedOnce() {
        for (int i = 0; i < 5; i++) {
            assertThat(source.current().certificate()).isEqualTo(FIRST.certificate());
            clock.advance(INTERVAL);
        }

        assertThat(loads).hasValue(1);
        assertThat(events).isEmpty();
    }

    @Test
    void aRenewedFileIsTakenUpAtTheNextLook() throws Exception {
        put(RENEWED.pkcs12(PASSWORD));

        clock.advance(INTERVAL.minusMillis(1));
        assertThat(source.current().certificate()).isEqualTo(FIRST.certificate());
        clock.advance(Duration.ofMillis(1));
        assertThat(source.current().certificate()).isEqualTo(RENEWED.certificate());
        assertThat(source.current().certificate()).isEqualTo(RENEWED.certificate());
        assertThat(loads).hasValue(2);
        assertThat(events).containsExactly("replaced");
    }

    @Test
    void aFileMovedIntoPlaceIsSeenEvenWithTheSameSizeAndTime() throws Exception {
        FileTime time = Files.getLastModifiedTime(file);
        byte[] content = RENEWED.pkcs12(PASSWORD);
        long size = Files.size(file);
        Path next = Files.write(directory.resolve("next"), Arrays.copyOf(content, (int) size));
        Files.setLastModifiedTime(next, time);
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);

        clock.advance(INTERVAL);
        source.current();

        assertThat(loads).hasValue(2);
    }

    @Test
    void aBrokenFileIsReportedOnceAndTheGoodKeyStays() throws Exception {
        put("half a file".getBytes(StandardCharsets.UTF_8));

        for (int i = 0; i < 3; i++) {
            clock.advance(INTERVAL);
            assertThat(source.current().certificate()).isEqualTo(FIRST.certificate());
        }
        assertThat(events).containsExactly("failed MALFORMED");

        put(RENEWED.pkcs12(PASSWORD));
        clock.advance(INTERVAL);
        assertThat(source.current().certificate()).isEqualTo(RENEWED.certificate());
        assertThat(events).containsExactly("failed MALFORMED", "replaced");
    }

    @Test
    void anotherBrokenFileIsReportedAnew() throws Exception {
        put("half a file".getBytes(StandardCharsets.UTF_8));
        clock.advance(INTERVAL);
        source.current();
        put(PKI.order().expired().issue().pkcs12(PASSWORD));
        clock.advance(INTERVAL);
        source.current();
        Files.delete(file);
        clock.advance(INTERVAL);
        source.current();

        assertThat(events).containsExactly("failed MALFORMED", "failed EXPIRED", "failed NOT_READABLE");
    }

    @Test
    void aLoaderThatBreaksDownIsReportedOnceAndTheGoodKeyStays() throws Exception {
        Secret password = Secret.of(PASSWORD);
        KeySource careless = WatchedKey.builder(
                        () -> {
                            loads.incrementAndGet();
                            return KeyLoader.defaults().clock(clock).pkcs12(file, password);
                        },
                        file)
                .interval(INTERVAL)
                .clock(clock)
                .listener(new Recording())
                .build();
        loads.set(0);
        password.close();
        put(RENEWED.pkcs12(PASSWORD));

        for (int i = 0; i < 3; i++) {
            clock.advance(INTERVAL);
            assertThat(careless.current().certificate()).isEqualTo(FIRST.certificate());
            assertThat(careless.current().certificate()).isEqualTo(FIRST.certificate());
        }
        assertThat(events).containsExactly("failed NOT_READABLE");
        assertThat(loads).hasValue(3);
    }

    @Test
    void aFileThatWasRestoredIsTheOldKeyAgain() throws Exception {
        FileTime time = Files.getLastModifiedTime(file);
        byte[] good = Files.readAllBytes(file);
        put("half a file".getBytes(StandardCharsets.UTF_8));
        clock.advance(INTERVAL);
        source.current();
        Files.write(file, good);
        Files.setLastModifiedTime(file, time);
        clock.advance(INTERVAL);

        assertThat(source.current().certificate()).isEqualTo(FIRST.certificate());
        assertThat(events).containsExactly("failed MALFORMED");
    }

    @Test
    void aTouchedFileWithTheSameCertificateIsNoEvent() throws Exception {
        put(FIRST.pkcs12(PASSWORD));
        clock.advance(INTERVAL);
        source.current();

        assertThat(loads).hasValue(2);
        assertThat(events).isEmpty();
    }

    @Test
    void aKeyBesideItsCertificateIsWatchedToo() throws Exception {
        Path chain = Files.writeString(directory.resolve("chain.pem"), FIRST.pemChain());
        Path key = Files.writeString(directory.resolve("key.pem"), FIRST.pemKey());
        KeySource pair = WatchedKey.builder(
                        () -> KeyLoader.defaults().clock(clock).pem(chain, key), chain)
                .alsoWatching(key)
                .interval(INTERVAL)
                .clock(clock)
                .listener(new Recording())
                .build();

        put(chain, RENEWED.pemChain().getBytes(StandardCharsets.US_ASCII));
        clock.advance(INTERVAL);
        assertThat(pair.current().certificate()).isEqualTo(FIRST.certificate());
        put(key, RENEWED.pemKey().getBytes(StandardCharsets.US_ASCII));
        clock.advance(INTERVAL);
        assertThat(pair.current().certificate()).isEqualTo(RENEWED.certificate());
        assertThat(events).containsExactly("failed KEY_MISMATCH", "replaced");
    }

    @Test
    void anExpiredKeyIsNotHandedOut() {
        clock.set(FIRST.certificate().getNotAfter().toInstant().plusSeconds(1));

        Failures.one(source::current, Reason.EXPIRED);
    }

    @Test
    void theFirstLoadMustSucceed() throws Exception {
        Files.delete(file);

        Failures.one(() -> builder().build(), Reason.NOT_READABLE);
        assertThatThrownBy(() -> builder().interval(Duration.ofSeconds(-1)).build())
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void aBrokenListenerStopsNothing() throws Exception {
        KeySource loud = builder()
                .listener(new CredentialListener() {
                    @Override
                    public void replaced(OrganisationKey before, OrganisationKey after) {
                        throw new IllegalStateException("alarm is broken");
                    }

                    @Override
                    public void reloadFailed(CredentialException why) {
                        throw new IllegalStateException("alarm is broken");
                    }
                })
                .build();
        put("half a file".getBytes(StandardCharsets.UTF_8));
        clock.advance(INTERVAL);
        assertThat(loud.current().certificate()).isEqualTo(FIRST.certificate());
        put(RENEWED.pkcs12(PASSWORD));
        clock.advance(INTERVAL);

        assertThat(loud.current().certificate()).isEqualTo(RENEWED.certificate());
    }

    @Test
    void whileOneThreadLoadsTheOthersUseTheKeyTheyHave() throws Exception {
        CountDownLatch loading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        AtomicInteger count = new AtomicInteger();
        KeySource slow = WatchedKey.builder(
                        () -> {
                            if (count.getAndIncrement() > 0) {
                                loading.countDown();
                                await(goOn);
                            }
                            return KeyLoader.defaults().clock(clock).pkcs12(file, SECRET);
                        },
                        file)
                .interval(INTERVAL)
                .clock(clock)
                .build();
        put(RENEWED.pkcs12(PASSWORD));
        clock.advance(INTERVAL);
        var threads = Executors.newSingleThreadExecutor();
        try {
            var reloaded = threads.submit(slow::current);
            await(loading);

            assertThat(slow.current().certificate()).isEqualTo(FIRST.certificate());
            goOn.countDown();
            assertThat(reloaded.get(30, TimeUnit.SECONDS).certificate()).isEqualTo(RENEWED.certificate());
            assertThat(count).hasValue(2);
        } finally {
            goOn.countDown();
            threads.shutdownNow();
        }
    }

    private WatchedKey.Builder builder() {
        return WatchedKey.builder(
                        () -> {
                            loads.incrementAndGet();
                            return KeyLoader.defaults().clock(clock).pkcs12(file, SECRET);
                        },
                        file)
                .interval(INTERVAL)
                .clock(clock)
                .listener(new Recording());
    }

    private void put(byte[] content) throws IOException {
        put(file, content);
    }

    /** Writes and moves the file's time on, since two writes may fall into one tick of the file system. */
    private static void put(Path target, byte[] content) throws IOException {
        FileTime before = Files.getLastModifiedTime(target);
        Files.write(target, content);
        Files.setLastModifiedTime(target, FileTime.fromMillis(before.toMillis() + 1000));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(30, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private final class Recording implements CredentialListener {
        @Override
        public void replaced(OrganisationKey before, OrganisationKey after) {
            events.add("replaced");
        }

        @Override
        public void reloadFailed(CredentialException why) {
            events.add("failed " + why.failures().get(0).reason());
        }
    }
}
