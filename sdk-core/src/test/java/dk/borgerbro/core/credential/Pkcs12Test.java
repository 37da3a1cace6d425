package dk.borgerbro.core.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Reason;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Pkcs12Test {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    private static final TestPki PKI = TestPki.builder().clock(CLOCK).build();
    private static final TestIdentity SYSTEM = PKI.organisation(TestOrganisation.MUNICIPALITY);
    private static final char[] PASSWORD = "hemmeligt-kodeord".toCharArray();
    private static final Secret SECRET = Secret.of(PASSWORD);
    private static final KeyLoader LOADER = KeyLoader.defaults().clock(CLOCK);

    @TempDir
    private Path directory;

    @Test
    void aKeyIsReadFromAFileAStreamAndBytes() throws Exception {
        byte[] content = SYSTEM.pkcs12(PASSWORD);
        Path file = SYSTEM.writePkcs12(directory.resolve("system.p12"), PASSWORD);

        for (OrganisationKey key : List.of(
                LOADER.pkcs12(file, SECRET),
                LOADER.pkcs12(new ByteArrayInputStream(content), SECRET),
                LOADER.pkcs12(content, SECRET),
                LOADER.keyStore(SYSTEM.keyStore(PASSWORD), SECRET))) {
            assertThat(key.privateKey()).isEqualTo(SYSTEM.privateKey());
            assertThat(key.chain()).containsExactlyElementsOf(SYSTEM.chain());
            assertThat(key.current()).isSameAs(key);
        }
    }

    @Test
    void theShortFormsLookAtTheSystemClock() throws Exception {
        TestPki today = TestPki.create();
        TestIdentity identity = today.order().issue();
        Path file = identity.writePkcs12(directory.resolve("system.p12"), PASSWORD);

        assertThat(OrganisationKey.pkcs12(file, SECRET).chain()).hasSize(3);
        assertThat(OrganisationKey.keyStore(identity.keyStore(PASSWORD), SECRET).chain())
                .hasSize(3);
        Path old = today.order().expired().issue().writePkcs12(directory.resolve("old.p12"), PASSWORD);
        Failures.one(() -> OrganisationKey.pkcs12(old, SECRET), Reason.EXPIRED);
    }

    @Test
    void aWrongPasswordIsToldApartFromADamagedFile() throws Exception {
        byte[] content = SYSTEM.pkcs12(PASSWORD);
        byte[] cut = Arrays.copyOf(content, content.length / 2);

        Failures.one(() -> LOADER.pkcs12(content, Secret.of("forkert")), Reason.WRONG_PASSWORD);
        Failures.one(() -> LOADER.pkcs12(content, Secret.of("")), Reason.WRONG_PASSWORD);
        assertThat(Failures.one(() -> LOADER.pkcs12(content, Secret.of("smørebrød")), Reason.WRONG_PASSWORD)
                        .detail())
                .contains("ASCII characters only");
        Failures.one(() -> LOADER.pkcs12(cut, SECRET), Reason.MALFORMED);
        Failures.one(() -> LOADER.pkcs12(new byte[0], SECRET), Reason.MALFORMED);
        Failures.one(() -> LOADER.pkcs12("<html>".getBytes(StandardCharsets.UTF_8), SECRET), Reason.MALFORMED);
    }

    @Test
    void anyDamageEndsInATypedErrorOrInTheWholeKey() {
        byte[] content = SYSTEM.pkcs12(PASSWORD);
        Random random = new Random(20260301);
        for (int i = 0; i < 30; i++) {
            byte[] damaged = content.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            try {
                assertThat(LOADER.pkcs12(damaged, SECRET).chain()).hasSize(3);
            } catch (CredentialException e) {
                assertThat(e.failures()).isNotEmpty();
            }
        }
    }

    @Test
    void severalKeysDemandAnAlias() throws Exception {
        KeyStore store = SYSTEM.keyStore(PASSWORD);
        TestIdentity second = PKI.organisation(TestOrganisation.AGENCY);
        store.setKeyEntry("Andet", second.privateKey(), PASSWORD, second.chain().toArray(new Certificate[0]));

        assertThat(Failures.one(() -> LOADER.keyStore(store, SECRET), Reason.SEVERAL_ENTRIES)
                        .detail())
                .contains("'andet', 'borgerbro-test'");
        assertThat(LOADER.alias("Andet").keyStore(store, SECRET).certificate()).isEqualTo(second.certificate());
        assertThat(LOADER.alias("borgerbro-test").keyStore(store, SECRET).certificate())
                .isEqualTo(SYSTEM.certificate());
        assertThat(Failures.one(() -> LOADER.alias("tredje").keyStore(store, SECRET), Reason.NO_SUCH_ALIAS)
                        .detail())
                .contains("'tredje'", "'andet'");
    }

    @Test
    void aStoreWithoutPrivateKeysIsRefused() throws Exception {
        Failures.one(() -> LOADER.keyStore(PKI.trustStore(), SECRET), Reason.NO_ENTRY);
        Failures.one(() -> LOADER.keyStore(KeyStore.getInstance("PKCS12"), SECRET), Reason.NOT_READABLE);
    }

    @Test
    void aKeyThatBelongsToAnotherCertificateIsRefused() {
        TestIdentity mixed = SYSTEM.withKeyOf(PKI.order().ownKey().issue());

        assertThat(Failures.one(() -> LOADER.pkcs12(mixed.pkcs12(PASSWORD), SECRET), Reason.KEY_MISMATCH)
                        .detail())
                .contains("entry 'borgerbro-test'", "RSA 3072", "valid until 2029-");
    }

    @Test
    void aCertificateWithoutItsIssuersIsRefusedUnlessTheyAreKnown() {
        byte[] alone = SYSTEM.withoutIssuers().pkcs12(PASSWORD);

        assertThat(Failures.one(() -> LOADER.pkcs12(alone, SECRET), Reason.CHAIN_MISSING)
                        .detail())
                .contains("Den Danske Stat OCES udstedende-CA 1");
        assertThat(LOADER.issuers(List.of(PKI.root(), PKI.issuing()))
                        .pkcs12(alone, SECRET)
                        .chain())
                .containsExactlyElementsOf(SYSTEM.chain());
    }

    @Test
    void anIssuerOfTheSameNameButWithAnotherKeyDoesNotCompleteAChain() {
        TestIdentity foreign = PKI.order().byOtherAuthority().issue();

        Failures.one(
                () -> LOADER.issuers(List.of(PKI.issuing()))
                        .pkcs12(foreign.withoutIssuers().pkcs12(PASSWORD), SECRET),
                Reason.CHAIN_MISSING);
    }

    @Test
    void datesAreChecked() {
        TestIdentity expired = PKI.order().expired().issue();
        TestIdentity future = PKI.order().notYetValid().issue();

        assertThat(Failures.one(() -> LOADER.pkcs12(expired.pkcs12(PASSWORD), SECRET), Reason.EXPIRED)
                        .detail())
                .contains("2026-02-28T12:00:00Z");
        assertThat(Failures.one(() -> LOADER.pkcs12(future.pkcs12(PASSWORD), SECRET), Reason.NOT_YET_VALID)
                        .detail())
                .contains("2026-03-02T12:00:00Z");
        assertThat(LOADER.anyDate().pkcs12(expired.pkcs12(PASSWORD), SECRET).certificate())
                .isEqualTo(expired.certificate());
    }

    @Test
    void everythingThatIsWrongIsToldAtOnce() {
        TestIdentity bad = PKI.order()
                .expired()
                .issue()
                .withoutIssuers()
                .withKeyOf(PKI.order().ownKey().issue());

        Failures.all(
                () -> LOADER.pkcs12(bad.pkcs12(PASSWORD), SECRET),
                Reason.KEY_MISMATCH,
                Reason.CHAIN_MISSING,
                Reason.EXPIRED);
    }

    @Test
    void aSelfSignedCertificateNeedsNoIssuers() {
        TestIdentity self = PKI.order().selfSigned().issue();

        assertThat(LOADER.pkcs12(self.pkcs12(PASSWORD), SECRET).chain()).hasSize(1);
    }

    @Test
    void filesThatCannotBeReadSayWhyAndShowTheirNameOnly() throws Exception {
        Path missing = directory.resolve("mangler.p12");
        Path big = Files.write(directory.resolve("stor.p12"), new byte[1024 * 1024 + 1]);
        InputStream broken = InputStream.nullInputStream();
        broken.close();

        CredentialException error = Failures.all(() -> LOADER.pkcs12(missing, SECRET), Reason.NOT_READABLE);
        assertThat(error)
                .hasMessageContaining("PKCS#12 file mangler.p12")
                .hasMessageNotContaining(directory.toString());
        Failures.one(() -> LOADER.pkcs12(directory, SECRET), Reason.NOT_READABLE);
        Failures.one(() -> LOADER.pkcs12(big, SECRET), Reason.MALFORMED);
        assertThat(Failures.one(() -> LOADER.pkcs12(broken, SECRET), Reason.NOT_READABLE)
                        .detail())
                .contains("IOException")
                .doesNotContain("closed");
    }

    @Test
    void aFileOfTheOlderJavaKindIsReadToo() throws Exception {
        KeyStore jks = KeyStore.getInstance("JKS");
        jks.load(null, null);
        jks.setKeyEntry("system", SYSTEM.privateKey(), PASSWORD, SYSTEM.chain().toArray(new Certificate[0]));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        jks.store(out, PASSWORD);

        assertThat(LOADER.pkcs12(out.toByteArray(), SECRET).certificate()).isEqualTo(SYSTEM.certificate());
        Failures.one(() -> LOADER.pkcs12(out.toByteArray(), Secret.of("forkert")), Reason.WRONG_PASSWORD);
    }

    @Test
    void namesInMessagesCannotCarryAPersonOrBreakTheLine() throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        String cpr = TestPerson.ADULT.cpr();
        String alias = "x\n" + cpr.substring(0, 6) + "-" + cpr.substring(6);
        store.setKeyEntry(alias, SYSTEM.privateKey(), PASSWORD, new Certificate[] {SYSTEM.certificate()});

        assertThat(Failures.all(() -> LOADER.keyStore(store, SECRET), Reason.CHAIN_MISSING))
                .hasMessageContaining("entry 'x?(hidden)'")
                .hasMessageNotContaining(cpr.substring(6));
    }

    @Test
    void aKeyPrintsKindNumberAndExpiryOnly() {
        OrganisationKey key = LOADER.pkcs12(
                PKI.employee("99000007", "Prøvested Kommune", "Ane", "Prøvesen").pkcs12(PASSWORD), SECRET);

        assertThat(key).hasToString("OrganisationKey[EMPLOYEE, CVR 99000007, valid until 2029-02-27T12:00:00Z]");
    }

    @Test
    void aKeyCanBeAskedWhetherItIsStillValid() {
        OrganisationKey key = LOADER.pkcs12(SYSTEM.pkcs12(PASSWORD), SECRET);

        assertThat(key.requireValidAt(NOW)).isSameAs(key);
        assertThat(key.requireValidAt(key.oces().notAfter())).isSameAs(key);
        Failures.one(() -> key.requireValidAt(key.oces().notAfter().plusSeconds(1)), Reason.EXPIRED);
        Failures.one(() -> key.requireValidAt(key.oces().notBefore().minusSeconds(1)), Reason.NOT_YET_VALID);
    }

    @Test
    void aKeyInMemoryIsCheckedLikeAnyOther() {
        assertThat(LOADER.key(SYSTEM.privateKey(), SYSTEM.chain()).chain()).hasSize(3);
        Failures.one(() -> LOADER.key(SYSTEM.privateKey(), List.of()), Reason.NO_ENTRY);
        Failures.one(() -> LOADER.key(PKI.order().ownKey().issue().privateKey(), SYSTEM.chain()), Reason.KEY_MISMATCH);
        TestIdentity today = TestPki.builder().keysOf(PKI).build().order().issue();
        assertThat(OrganisationKey.of(today.privateKey(), today.chain()).chain())
                .hasSize(3);
    }

    @Test
    void theSecretStaysUsableForTheNextFile() {
        Secret own = Secret.of(PASSWORD);
        LOADER.pkcs12(SYSTEM.pkcs12(PASSWORD), own);

        assertThat(LOADER.pkcs12(SYSTEM.pkcs12(PASSWORD), own).chain()).hasSize(3);
    }
}
