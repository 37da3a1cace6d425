package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Reason;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.CharBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.KeyStoreException;
import java.security.PrivateKey;
import java.security.ProviderException;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds the one key that is meant in a key store. */
final class KeyStoreEntry {
    private static final int MOST_NAMES = 10;

    private KeyStoreEntry() {}

    static KeyStore openPkcs12(Source source, byte[] content, Secret password) {
        return password.use(characters -> {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(new ByteArrayInputStream(content), characters);
                return store;
            } catch (IOException e) {
                throw e.getCause() instanceof UnrecoverableKeyException
                        ? wrongPassword(source, characters)
                        : source.exception(Reason.MALFORMED, "it is not a PKCS#12 file, or a damaged one");
            } catch (GeneralSecurityException e) {
                throw source.exception(Reason.MALFORMED, "this JDK does not know the file's algorithms");
            }
        });
    }

    static KeyEntry read(Source source, KeyStore store, @Nullable String wanted, @Nullable Secret password) {
        try {
            String alias = choose(source, aliasesWithKeys(store), wanted);
            String name = "entry '" + Source.printable(alias) + "'";
            PrivateKey key = password == null
                    ? key(source, name, store, alias, null)
                    : password.use(characters -> key(source, name, store, alias, characters));
            List<X509Certificate> certificates = new ArrayList<>();
            for (Certificate certificate : store.getCertificateChain(alias)) {
                if (certificate instanceof X509Certificate x509) {
                    certificates.add(x509);
                }
            }
            if (certificates.isEmpty()) {
                throw source.exception(Reason.NO_ENTRY, name + " has no X.509 certificate");
            }
            return new KeyEntry(name, key, certificates, Optional.ofNullable(store.getProvider()));
        } catch (KeyStoreException e) {
            throw source.exception(Reason.NOT_READABLE, "the key store was not loaded before");
        }
    }

    private static List<String> aliasesWithKeys(KeyStore store) throws KeyStoreException {
        List<String> aliases = new ArrayList<>();
        for (String alias : Collections.list(store.aliases())) {
            if (store.isKeyEntry(alias) && store.getCertificateChain(alias) != null) {
                aliases.add(alias);
            }
        }
        return aliases;
    }

    private static String choose(Source source, List<String> aliases, @Nullable String wanted) {
        if (aliases.isEmpty()) {
            throw source.exception(
                    Reason.NO_ENTRY, "it holds no private key with a certificate; export it with its private key");
        }
        if (wanted != null) {
            // PKCS#12 stores of the JDK keep aliases in lower case.
            return aliases.stream()
                    .filter(alias -> alias.equalsIgnoreCase(wanted))
                    .findFirst()
                    .orElseThrow(() -> source.exception(
                            Reason.NO_SUCH_ALIAS,
                            "no key is called '" + Source.printable(wanted) + "'; there is " + names(aliases)));
        }
        if (aliases.size() > 1) {
            throw source.exception(
                    Reason.SEVERAL_ENTRIES,
                    "it holds " + aliases.size() + " keys, so name the alias: " + names(aliases));
        }
        return aliases.get(0);
    }

    private static PrivateKey key(
            Source source, String name, KeyStore store, String alias, char @Nullable [] password) {
        try {
            if (store.getKey(alias, password) instanceof PrivateKey key) {
                return key;
            }
            throw source.exception(Reason.NO_ENTRY, name + " is not a private key");
        } catch (UnrecoverableKeyException e) {
            throw wrongPassword(source, password);
        } catch (GeneralSecurityException e) {
            throw source.exception(Reason.MALFORMED, name + " uses algorithms that this JDK does not know");
        } catch (ProviderException e) {
            throw source.exception(
                    Reason.NOT_READABLE, name + " cannot be read; is the device there and logged in to?");
        }
    }

    private static CredentialException wrongPassword(Source source, char @Nullable [] password) {
        boolean beyondAscii =
                password != null && CharBuffer.wrap(password).chars().anyMatch(c -> c > 126);
        return source.exception(
                Reason.WRONG_PASSWORD,
                "the password does not open it"
                        + (beyondAscii ? "; the JDK opens newer files by passwords of ASCII characters only" : ""));
    }

    private static String names(List<String> aliases) {
        String first = aliases.stream()
                .sorted()
                .limit(MOST_NAMES)
                .map(alias -> "'" + Source.printable(alias) + "'")
                .collect(Collectors.joining(", "));
        return aliases.size() > MOST_NAMES ? first + " and others" : first;
    }
}
