package dk.borgerbro.core.credential;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.error.CredentialException.Reason;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.KeyStoreSpi;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.ProviderException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.SignatureSpi;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.Date;
import java.util.Enumeration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A key that never leaves its device, as with PKCS#11: it has no encoded form, and only its own provider can sign with it. */
class DeviceKeyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);
    private static final TestPki PKI = TestPki.builder().clock(CLOCK).build();
    private static final TestIdentity SYSTEM = PKI.order().issue();
    private static final String PULLED = "the device has been pulled out";
    private static final KeyLoader LOADER = KeyLoader.defaults().clock(CLOCK);

    @Test
    void aKeyWithoutAnEncodedFormIsTakenWhenItFits() throws Exception {
        OrganisationKey key = LOADER.keyStore(device(SYSTEM));

        assertThat(key.privateKey().getEncoded()).isNull();
        assertThat(key.certificate()).isEqualTo(SYSTEM.certificate());
        assertThat(key.toString()).contains("CVR 99000007");
    }

    @Test
    void aKeyWithoutAnEncodedFormIsRefusedWhenItDoesNotFit() throws Exception {
        KeyStore mixed = device(SYSTEM.withKeyOf(PKI.order().ownKey().issue()));

        Failures.one(() -> LOADER.keyStore(mixed), Reason.KEY_MISMATCH);
    }

    @Test
    void aDeviceThatRefusesToSignIsNoProof() throws Exception {
        for (Exception fault : List.of(new SignatureException(PULLED), new ProviderException(PULLED))) {
            KeyStore dead = store(SYSTEM, new Device(fault));

            Failures.one(() -> LOADER.keyStore(dead), Reason.KEY_MISMATCH);
        }
    }

    @Test
    void aDeviceThatCannotBeReadIsATypedRefusal() throws Exception {
        KeyStore pulled = new KeyStore(new PulledSlot(SYSTEM), new Device(null), "DEVICE") {};
        pulled.load(null, null);

        assertThat(Failures.one(() -> LOADER.keyStore(pulled), Reason.NOT_READABLE)
                        .detail())
                .contains("is the device there");
    }

    private static KeyStore device(TestIdentity identity) throws Exception {
        return store(identity, new Device(null));
    }

    private static KeyStore store(TestIdentity identity, Provider device) throws Exception {
        KeyStore store = new KeyStore(new Slot(identity), device, "DEVICE") {};
        store.load(null, null);
        return store;
    }

    private static final class Device extends Provider {
        Device(@Nullable Exception fault) {
            super("Device", "1.0", "a device in a test");
            putService(
                    new Service(this, "Signature", "SHA256withRSA", DeviceSignature.class.getName(), List.of(), null) {
                        @Override
                        public Object newInstance(@Nullable Object parameter) {
                            return new DeviceSignature(fault);
                        }
                    });
        }
    }

    private record Handle(PrivateKey inside) implements PrivateKey {
        @Override
        public String getAlgorithm() {
            return "RSA";
        }

        @Override
        public @Nullable String getFormat() {
            return null;
        }

        @Override
        public byte @Nullable [] getEncoded() {
            return null;
        }
    }

    private static final class DeviceSignature extends SignatureSpi {
        private final @Nullable Exception fault;
        private @Nullable Signature inside;

        DeviceSignature(@Nullable Exception fault) {
            this.fault = fault;
        }

        @Override
        protected void engineInitSign(PrivateKey key) {
            try {
                inside = Signature.getInstance("SHA256withRSA");
                inside.initSign(((Handle) key).inside());
            } catch (GeneralSecurityException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        protected void engineUpdate(byte[] data, int from, int length) throws SignatureException {
            inside.update(data, from, length);
        }

        @Override
        protected void engineUpdate(byte data) throws SignatureException {
            inside.update(data);
        }

        @Override
        protected byte[] engineSign() throws SignatureException {
            if (fault instanceof SignatureException refused) {
                throw refused;
            }
            if (fault instanceof ProviderException broken) {
                throw broken;
            }
            return inside.sign();
        }

        @Override
        protected void engineInitVerify(PublicKey key) {
            throw new UnsupportedOperationException();
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {}

        @Override
        @Deprecated
        protected @Nullable Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }

    private static class Slot extends KeyStoreSpi {
        private final TestIdentity identity;

        Slot(TestIdentity identity) {
            this.identity = identity;
        }

        @Override
        public Key engineGetKey(String alias, char @Nullable [] password) {
            return new Handle(identity.privateKey());
        }

        @Override
        public Certificate[] engineGetCertificateChain(String alias) {
            return identity.chain().toArray(new Certificate[0]);
        }

        @Override
        public Certificate engineGetCertificate(String alias) {
            return identity.certificate();
        }

        @Override
        public Date engineGetCreationDate(String alias) {
            return Date.from(CLOCK.instant());
        }

        @Override
        public Enumeration<String> engineAliases() {
            return Collections.enumeration(List.of("slot 0"));
        }

        @Override
        public boolean engineContainsAlias(String alias) {
            return true;
        }

        @Override
        public int engineSize() {
            return 1;
        }

        @Override
        public boolean engineIsKeyEntry(String alias) {
            return true;
        }

        @Override
        public boolean engineIsCertificateEntry(String alias) {
            return false;
        }

        @Override
        public String engineGetCertificateAlias(Certificate certificate) {
            return "slot 0";
        }

        @Override
        public void engineLoad(@Nullable InputStream content, char @Nullable [] password) {}

        @Override
        public void engineStore(OutputStream out, char[] password) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetKeyEntry(String alias, Key key, char[] password, Certificate[] chain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetKeyEntry(String alias, byte[] key, Certificate[] chain) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineSetCertificateEntry(String alias, Certificate certificate) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void engineDeleteEntry(String alias) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class PulledSlot extends Slot {
        PulledSlot(TestIdentity identity) {
            super(identity);
        }

        @Override
        public Key engineGetKey(String alias, char @Nullable [] password) {
            throw new ProviderException(PULLED);
        }
    }
}
