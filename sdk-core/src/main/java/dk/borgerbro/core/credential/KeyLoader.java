package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.CredentialException.Reason;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a key with its certificates from a file, a stream, bytes or a key store, and refuses what no service would accept: a key
 * that does not belong to its certificate, a certificate without its issuers, one that has expired.
 *
 * <p>Immutable and thread-safe. Everything that goes wrong is a {@link CredentialException}; whoever set the system up must act.
 * Files and streams of more than 1 MiB are refused.
 */
public final class KeyLoader {
    private final Clock clock;
    private final @Nullable String alias;
    private final List<X509Certificate> issuers;
    private final boolean anyDate;

    private KeyLoader(Clock clock, @Nullable String alias, List<X509Certificate> issuers, boolean anyDate) {
        this.clock = clock;
        this.alias = alias;
        this.issuers = issuers;
        this.anyDate = anyDate;
    }

    /** {@return a loader that takes the only entry of a store and looks at the system's clock} */
    public static KeyLoader defaults() {
        return new KeyLoader(Clock.systemUTC(), null, List.of(), false);
    }

    /** {@return this loader, but for the entry of that name, which stores with several keys demand} */
    public KeyLoader alias(String alias) {
        return new KeyLoader(clock, alias, issuers, anyDate);
    }

    /** {@return this loader, but with another clock for the dates of the certificate} */
    public KeyLoader clock(Clock clock) {
        return new KeyLoader(clock, alias, issuers, anyDate);
    }

    /**
     * {@return this loader, but completing chains that lack issuers}
     *
     * @param issuers certificates of authorities; those that do not belong to the chain are left out of it
     */
    public KeyLoader issuers(Collection<X509Certificate> issuers) {
        return new KeyLoader(clock, alias, List.copyOf(issuers), anyDate);
    }

    /** {@return this loader, but taking expired and future certificates too: for tools that show what a file holds} */
    public KeyLoader anyDate() {
        return new KeyLoader(clock, alias, issuers, true);
    }

    /**
     * {@return the key in a PKCS#12 file ({@code .p12}, {@code .pfx})}
     *
     * @param password of file and entry; the caller keeps it and may close it afterwards
     * @throws CredentialException if there is no usable key in it
     */
    public OrganisationKey pkcs12(Path file, Secret password) {
        Source source = Source.file("PKCS#12", file);
        return pkcs12(source, BoundedFile.read(source, file), password);
    }

    /**
     * {@return the key in a PKCS#12 stream}
     *
     * @param content read to its end, not closed
     * @param password of stream and entry
     * @throws CredentialException if there is no usable key in it
     */
    public OrganisationKey pkcs12(InputStream content, Secret password) {
        Source source = new Source("PKCS#12 from stream");
        return pkcs12(source, BoundedFile.read(source, content), password);
    }

    /**
     * {@return the key in the bytes of a PKCS#12 file}
     *
     * @param password of content and entry
     * @throws CredentialException if there is no usable key in it
     */
    public OrganisationKey pkcs12(byte[] content, Secret password) {
        return pkcs12(new Source("PKCS#12 from memory"), content, password);
    }

    /**
     * {@return the key in a pair of PEM files}
     *
     * @param certificates the certificate and its issuers in any order; others in the file are left out
     * @param key PKCS#8, not encrypted ({@code BEGIN PRIVATE KEY}); may be the same file
     * @throws CredentialException if there is no usable key in them
     */
    public OrganisationKey pem(Path certificates, Path key) {
        return pemFiles(certificates, key, null);
    }

    /**
     * {@return the key in a pair of PEM files, the key encrypted}
     *
     * @param certificates the certificate and its issuers in any order; others in the file are left out
     * @param key PKCS#8 ({@code BEGIN ENCRYPTED PRIVATE KEY}); may be the same file
     * @param password opens the key
     * @throws CredentialException if there is no usable key in them
     */
    public OrganisationKey pem(Path certificates, Path key, Secret password) {
        return pemFiles(certificates, key, password);
    }

    private OrganisationKey pemFiles(Path certificates, Path key, @Nullable Secret password) {
        Source certificateSource = Source.file("PEM", certificates);
        Source keySource = Source.file("PEM", key);
        return pem(
                certificateSource,
                BoundedFile.read(certificateSource, certificates),
                keySource,
                BoundedFile.read(keySource, key),
                password);
    }

    /**
     * {@return the key in a pair of PEM texts}
     *
     * @param certificates the certificate and its issuers in any order, ASCII
     * @param key PKCS#8, ASCII, not encrypted; may be the same text
     * @throws CredentialException if there is no usable key in them
     */
    public OrganisationKey pem(byte[] certificates, byte[] key) {
        return pemTexts(certificates, key, null);
    }

    /**
     * {@return the key in a pair of PEM texts, the key encrypted}
     *
     * @param certificates the certificate and its issuers in any order, ASCII
     * @param key PKCS#8, ASCII; may be the same text
     * @param password opens the key
     * @throws CredentialException if there is no usable key in them
     */
    public OrganisationKey pem(byte[] certificates, byte[] key, Secret password) {
        return pemTexts(certificates, key, password);
    }

    private OrganisationKey pemTexts(byte[] certificates, byte[] key, @Nullable Secret password) {
        Source certificateSource = new Source("PEM certificates from memory");
        return pem(certificateSource, certificates, new Source("PEM key from memory"), key, password);
    }

    /**
     * {@return the key in an open key store}
     *
     * @param store loaded
     * @param password of the entry
     * @throws CredentialException if there is no usable key in it
     */
    public OrganisationKey keyStore(KeyStore store, Secret password) {
        Source source = source(store);
        return usable(source, KeyStoreEntry.read(source, store, alias, password));
    }

    /**
     * {@return the key in an open key store that guards its keys itself, such as a device (PKCS#11)}
     *
     * @param store loaded and logged in to
     * @throws CredentialException if there is no usable key in it
     */
    public OrganisationKey keyStore(KeyStore store) {
        Source source = source(store);
        return usable(source, KeyStoreEntry.read(source, store, alias, null));
    }

    private static Source source(KeyStore store) {
        return new Source("key store of type " + Source.printable(store.getType()));
    }

    /**
     * {@return a key that the application has got by other means}
     *
     * @param key may be a handle on a device whose provider is registered
     * @param chain its certificate first, issuers in any order
     * @throws CredentialException if they are of no use
     */
    public OrganisationKey key(PrivateKey key, List<X509Certificate> chain) {
        Source source = new Source("key from memory");
        if (chain.isEmpty()) {
            throw source.exception(Reason.NO_ENTRY, "no certificate was given");
        }
        return usable(source, new KeyEntry("certificate", key, chain, Optional.empty()));
    }

    private OrganisationKey pkcs12(Source source, byte[] content, Secret password) {
        KeyStore store = KeyStoreEntry.openPkcs12(source, content, password);
        return usable(source, KeyStoreEntry.read(source, store, alias, password));
    }

    private OrganisationKey pem(
            Source certificateSource, byte[] certificates, Source keySource, byte[] key, @Nullable Secret password) {
        return usable(certificateSource, PemPair.read(certificateSource, certificates, keySource, key, password));
    }

    private OrganisationKey usable(Source source, KeyEntry entry) {
        CertificateChain chain = CertificateChain.of(entry.certificates(), issuers);
        String which = entry.describe();
        List<Failure> failures = new ArrayList<>();
        if (!entry.keyFits()) {
            failures.add(source.failure(
                    Reason.KEY_MISMATCH,
                    which + ": the private key does not belong to the certificate; take both from the same order"));
        }
        chain.missingIssuer()
                .ifPresent(issuer -> failures.add(source.failure(
                        Reason.CHAIN_MISSING,
                        which + ": the certificate of its issuer is missing (" + Source.printable(issuer)
                                + "); add it to the file, or give it to the loader as issuer")));
        if (!anyDate) {
            CertificateDates.failure(source, which, entry.certificate(), clock.instant())
                    .ifPresent(failures::add);
        }
        if (!failures.isEmpty()) {
            throw new CredentialException(failures);
        }
        return new OrganisationKey(entry.key(), chain.certificates());
    }
}
