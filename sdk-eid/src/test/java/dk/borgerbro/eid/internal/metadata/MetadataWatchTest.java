package dk.borgerbro.eid.internal.metadata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.eid.saml.IdentityProviderListener;
import dk.borgerbro.testkit.nemlogin.ForgedMetadata;
import dk.borgerbro.testkit.nemlogin.SimulatedProfile;
import dk.borgerbro.testkit.pki.TestPki;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MetadataWatchTest {
    private static final byte[] GOOD = ForgedMetadata.of(
                    "https://idp.example",
                    URI.create("https://idp.example/sso/"),
                    SimulatedProfile.OIO_3_0,
                    TestPki.create().order().issue().certificate())
            .bytes();

    private final AtomicBoolean closed = new AtomicBoolean();

    @Test
    void whateverASourceThrowsIsAFailureLikeAnotherAndItsWordsStayBehind() {
        AtomicBoolean broken = new AtomicBoolean();
        try (MetadataWatch watch = watch(() -> {
            if (broken.get()) {
                throw new IllegalStateException("https://user:secret@host");
            }
            return GOOD;
        })) {
            watch.start();
            broken.set(true);

            assertThatThrownBy(watch::refresh)
                    .isInstanceOf(CredentialException.class)
                    .hasMessageContaining("IllegalStateException")
                    .hasMessageNotContaining("secret")
                    .hasNoCause();
            assertThat(watch.current().entityId()).isEqualTo("https://idp.example");
            assertThat(watch.health().failuresInARow()).isEqualTo(1);
        }
    }

    @Test
    void aWatchThatCannotBeginClosesItsSource() {
        MetadataWatch watch = watch(() -> new byte[0]);

        assertThatThrownBy(watch::start).isInstanceOf(InvalidMessageException.class);
        assertThat(closed).isTrue();
    }

    private MetadataWatch watch(Supplier<byte[]> content) {
        MetadataSource source = new MetadataSource() {
            @Override
            public byte[] fetch() {
                return content.get();
            }

            @Override
            public String name() {
                return "test";
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
        return new MetadataWatch(
                source,
                new MetadataRules(Optional.empty(), new CertificateCheck(null, Set.of()), List.of()),
                Optional.empty(),
                Duration.ofHours(6),
                IdentityProviderListener.none(),
                ClientSettings.builder()
                        .sleeper(time -> new CountDownLatch(1).await())
                        .build());
    }
}
