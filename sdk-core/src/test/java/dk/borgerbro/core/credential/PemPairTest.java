package dk.borgerbro.core.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Reason;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PemPairTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final TestPki PKI = TestPki.builder().clock(CLOCK).build();
    private static final TestIdentity SYSTEM = PKI.order().issue();
    private static final Secret PASSWORD = Secret.of("kodeord æøå");
    private static final KeyLoader LOADER = KeyLoader.defaults().clock(CLOCK);

    @TempDir
    private Path directory;

    @Test
    void certificatesAndKeyAreReadFromTwoFilesOrFromOne() throws Exception {
        Path chain = Files.writeString(directory.resolve("chain.pem"), SYSTEM.pemChain());
        Path key = Files.writeString(directory.resolve("key.pem"), SYSTEM.pemKey());
        Path both = Files.writeString(directory.resolve("both.pem"), SYSTEM.pemKey() + SYSTEM.pemChain());

        assertWhole(LOADER.pem(chain, key));
        assertWhole(LOADER.pem(both, both));
        TestIdentity today = TestPki.create().order().issue();
        Path fresh = Files.writeString(directory.resolve("today.pem"), today.pemKey() + today.pemChain());
        assertThat(OrganisationKey.pem(fresh, fresh).chain()).hasSize(3);
    }

    @Test
    void anEncryptedKeyOpensWithItsPasswordOnly() throws Exception {
        String encrypted = PASSWORD.use(SYSTEM::encryptedPemKey);
        Path chain = Files.writeString(directory.resolve("chain.pem"), SYSTEM.pemChain());
        Path key = Files.writeString(directory.resolve("key.pem"), encrypted);

        assertWhole(LOADER.pem(chain, key, PASSWORD));
        assertWhole(LOADER.pem(bytes(SYSTEM.pemChain()), bytes(encrypted), PASSWORD));
        for (int i = 0; i < 20; i++) {
            // One in 256 wrong keys gives right padding and garbage below it.
            Secret wrong = Secret.of("forkert-" + i);
            Failures.one(() -> LOADER.pem(chain, key, wrong), Reason.WRONG_PASSWORD);
        }
        assertThat(Failures.one(() -> LOADER.pem(chain, key), Reason.WRONG_PASSWORD)
                        .detail())
                .contains("no password was given");
    }

    @Test
    void aCountThatWouldTakeHoursIsRefused() {
        byte[] der = Base64.getMimeDecoder()
                .decode(PASSWORD.use(SYSTEM::encryptedPemKey).replaceAll("-----.*-----", ""));
        String hex = HexFormat.of().formatHex(der);
        // The salt gives two of its bytes, so that the count can be a number of four: 2147483647 instead of 2048.
        String saltAndCount = "0420([0-9a-f]{60})[0-9a-f]{4}02020800";
        String manySteps = hex.replaceFirst(saltAndCount, "041e$102047fffffff");
        byte[] encoded = Base64.getMimeEncoder().encode(HexFormat.of().parseHex(manySteps));
        String pem = "-----BEGIN ENCRYPTED PRIVATE KEY-----\n" + new String(encoded, StandardCharsets.US_ASCII)
                + "\n-----END ENCRYPTED PRIVATE KEY-----\n";

        assertThat(manySteps).isNotEqualTo(hex).hasSameSizeAs(hex);
        Failures.one(() -> LOADER.pem(bytes(SYSTEM.pemChain()), bytes(pem), PASSWORD), Reason.MALFORMED);
    }

    @Test
    void theOrderOfCertificatesAndTextAroundThemDoNotMatter() {
        TestIdentity other = PKI.order().issue();
        String upsideDown = "subject=CN = root\r\n" + pem(PKI.root()) + "issuer=...\n" + pem(other) + pem(PKI.issuing())
                + pem(SYSTEM);

        assertWhole(LOADER.pem(bytes(upsideDown.replace("\n", "\r\n")), bytes(SYSTEM.pemKey())));
    }

    @Test
    void aKeyOfAnotherCertificateIsRefused() {
        String foreign = PKI.order().ownKey().issue().pemKey();

        Failures.one(() -> LOADER.pem(bytes(SYSTEM.pemChain()), bytes(foreign)), Reason.KEY_MISMATCH);
    }

    @Test
    void missingPartsAreNamed() {
        byte[] chain = bytes(SYSTEM.pemChain());
        byte[] key = bytes(SYSTEM.pemKey());

        assertThat(Failures.one(() -> LOADER.pem(key, key), Reason.NO_ENTRY).detail())
                .contains("no certificate");
        assertThat(Failures.one(() -> LOADER.pem(chain, chain), Reason.NO_ENTRY).detail())
                .contains("no private key");
        Failures.one(() -> LOADER.pem(bytes(SYSTEM.withoutIssuers().pemChain()), key), Reason.CHAIN_MISSING);
        Failures.one(() -> LOADER.pem(chain, bytes(SYSTEM.pemKey() + SYSTEM.pemKey())), Reason.SEVERAL_ENTRIES);
    }

    @Test
    void theOlderKeyFormIsRefusedWithTheCommandThatConvertsIt() {
        String encryptedOldForm = SYSTEM.pkcs1PemKey()
                .replaceFirst("-----\n", "-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-256-CBC,00\n\n");

        for (String old : new String[] {SYSTEM.pkcs1PemKey(), encryptedOldForm}) {
            assertThat(Failures.one(() -> LOADER.pem(bytes(SYSTEM.pemChain()), bytes(old)), Reason.MALFORMED)
                            .detail())
                    .contains("openssl pkcs8 -topk8");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY",
                "-----BEGIN PRIVATE KEY-----\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
                "-----BEGIN PRIVATE KEY-----\n!!!!\n-----END PRIVATE KEY-----",
                "-----BEGIN ENCRYPTED PRIVATE KEY-----\nMAMCAQE=\n-----END ENCRYPTED PRIVATE KEY-----",
                "-----BEGIN DSA PRIVATE KEY-----\nMAMCAQE=\n-----END DSA PRIVATE KEY-----"
            })
    void damagedKeysAreRefused(String text) {
        Failures.one(() -> LOADER.pem(bytes(SYSTEM.pemChain()), bytes(text), PASSWORD), Reason.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\nMAMCAQE=\n-----END CERTIFICATE-----",
                "-----BEGIN CERTIFICATE-----\n",
            })
    void damagedCertificatesAreRefused(String text) {
        Failures.one(() -> LOADER.pem(bytes(text), bytes(SYSTEM.pemKey())), Reason.MALFORMED);
    }

    @Test
    void moreCertificatesThanAnyChainHasAreRefused() {
        byte[] many = bytes(pem(SYSTEM).repeat(101));

        Failures.one(() -> LOADER.pem(many, bytes(SYSTEM.pemKey())), Reason.MALFORMED);
    }

    @Test
    void anyDamageEndsInATypedErrorOrInAKeyThatFits() {
        byte[] encrypted = bytes(PASSWORD.use(SYSTEM::encryptedPemKey));
        Random random = new Random(20260302);
        for (int i = 0; i < 30; i++) {
            byte[] damaged = encrypted.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(7));
            try {
                // Damage to parts of the key that the JDK does not use goes unseen, but then the key still fits.
                assertThat(LOADER.pem(bytes(SYSTEM.pemChain()), damaged, PASSWORD)
                                .chain())
                        .hasSize(3);
            } catch (CredentialException e) {
                assertThat(e.failures()).isNotEmpty();
            }
        }
    }

    private static void assertWhole(OrganisationKey key) {
        assertThat(key.privateKey()).isEqualTo(SYSTEM.privateKey());
        assertThat(key.chain()).containsExactlyElementsOf(SYSTEM.chain());
    }

    private static String pem(TestIdentity identity) {
        return identity.withoutIssuers().pemChain();
    }

    private static String pem(X509Certificate certificate) {
        try {
            return "-----BEGIN CERTIFICATE-----\n"
                    + Base64.getMimeEncoder().encodeToString(certificate.getEncoded())
                    + "\n-----END CERTIFICATE-----\n";
        } catch (CertificateEncodingException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
