package dk.borgerbro.testkit.pki;

import dk.borgerbro.testkit.person.TestOrganisation;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.bouncycastle.asn1.x500.X500Name;
import org.jspecify.annotations.Nullable;

/**
 * A certificate authority in memory that issues OCES3-shaped certificates: RSA 3072, RSASSA-PSS, the names, policies and
 * extensions of the public test hierarchy. No key of it ever lies in a file of the repository.
 *
 * <p>Making RSA keys takes a third of a second each, so keys are made when first needed, end entities take two keys by turns
 * ({@link CertificateOrder#ownKey()} asks for a fresh one), and the root has 3072 bits where the public one has 4096. Make one
 * {@code TestPki} per test class. Thread-safe.
 */
public final class TestPki {
    private final ReentrantLock lock = new ReentrantLock();
    private final CertificateForge forge = new CertificateForge();
    private final KeyPool keys;
    private final Map<BigInteger, Instant> revoked = new ConcurrentHashMap<>();
    private final Clock clock;
    private final boolean testNames;
    private final int rootBits;
    private final StatusAddresses addresses;
    private @Nullable Hierarchy own;
    private @Nullable Hierarchy other;
    private @Nullable Authority extra;

    private TestPki(Builder builder) {
        this.keys = builder.keys;
        this.clock = builder.clock;
        this.testNames = builder.testNames;
        this.rootBits = builder.rootBits;
        RevocationResponder responder = builder.responder;
        this.addresses = new StatusAddresses(
                responder == null
                        ? "http://ca1.cti-gov.invalid"
                        : responder.address().toString());
        if (responder != null) {
            responder.serve(this);
        }
    }

    /** {@return a hierarchy named like the public test system's, valid now; its status addresses lead nowhere} */
    public static TestPki create() {
        return builder().build();
    }

    /** {@return a builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the root, the one certificate to trust} */
    public X509Certificate root() {
        return hierarchy().root().certificate();
    }

    /** {@return the authority that issues to organisations; path length 0} */
    public X509Certificate issuing() {
        return hierarchy().issuing().certificate();
    }

    /** {@return the root of another hierarchy with the same names but other keys} */
    public X509Certificate otherRoot() {
        return other().root().certificate();
    }

    /** {@return an organisation or system certificate} */
    public TestIdentity organisation(String cvr, String name) {
        return order().organisation(cvr, name).issue();
    }

    /** {@return an organisation or system certificate} */
    public TestIdentity organisation(TestOrganisation organisation) {
        return organisation(organisation.cvr(), organisation.organisationName());
    }

    /** {@return an employee certificate} */
    public TestIdentity employee(String cvr, String organisation, String givenName, String surname) {
        return order().employee(cvr, organisation, givenName, surname).issue();
    }

    /**
     * {@return a certificate for a TLS server}
     *
     * @param hosts host names and literal addresses; none means {@code localhost}, {@code 127.0.0.1} and {@code ::1}
     */
    public TestIdentity server(String... hosts) {
        return order().server(hosts).issue();
    }

    /** {@return a certificate to be: everything is right until a method of the order makes it wrong} */
    public CertificateOrder order() {
        return new CertificateOrder(this)
                .organisation(TestOrganisation.MUNICIPALITY.cvr(), TestOrganisation.MUNICIPALITY.organisationName());
    }

    /** {@return a key store that holds the root and no key} */
    public KeyStore trustStore() {
        return trustStore(List.of(root()));
    }

    /** Revokes a certificate of this hierarchy, the issuing authority's included; the status service says so from now on. */
    public void revoke(X509Certificate certificate) {
        revoked.put(certificate.getSerialNumber(), now().minus(1, ChronoUnit.HOURS));
    }

    static KeyStore trustStore(List<X509Certificate> trusted) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (int i = 0; i < trusted.size(); i++) {
                store.setCertificateEntry("root-" + i, trusted.get(i));
            }
            return store;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("the trust store cannot be made", e);
        }
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    CertificateForge forge() {
        return forge;
    }

    StatusAddresses addresses() {
        return addresses;
    }

    KeyPair pooledKey() {
        return keys.next();
    }

    Map<BigInteger, Instant> revoked() {
        return Map.copyOf(revoked);
    }

    Hierarchy hierarchy() {
        lock.lock();
        try {
            if (own == null) {
                own = hierarchy("own");
            }
            return own;
        } finally {
            lock.unlock();
        }
    }

    Hierarchy other() {
        lock.lock();
        try {
            if (other == null) {
                other = hierarchy("other");
            }
            return other;
        } finally {
            lock.unlock();
        }
    }

    private Hierarchy hierarchy(String whose) {
        return Hierarchy.create(
                forge,
                addresses,
                testNames,
                keys.named(whose + " root", rootBits),
                keys.named(whose + " issuing", 3072),
                now());
    }

    Authority extraAuthority() {
        lock.lock();
        try {
            if (extra == null) {
                X500Name name = Subjects.authority("Uautoriseret udstedende-CA", testNames);
                KeyPair key = keys.named("extra", 3072);
                extra = Hierarchy.below(hierarchy().issuing(), name, key, forge, addresses, now());
            }
            return extra;
        } finally {
            lock.unlock();
        }
    }

    /** Builds a {@link TestPki}; each setting has a default. Not thread-safe. */
    public static final class Builder {
        private Clock clock = Clock.systemUTC();
        private boolean testNames = true;
        private int rootBits = 3072;
        private KeyPool keys = new KeyPool();
        private @Nullable RevocationResponder responder;

        private Builder() {}

        /** Sets the time around which certificates are valid. TLS itself always looks at the system's clock. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Names the authorities like those of the production system; still nobody trusts them. */
        public Builder productionNames() {
            this.testNames = false;
            return this;
        }

        /** Sets the size of the root's key; the public one has 4096 bits, which takes a second to make. */
        public Builder rootBits(int bits) {
            this.rootBits = bits;
            return this;
        }

        /** Uses the keys of another hierarchy for new certificates: saves the time of making keys. */
        public Builder keysOf(TestPki other) {
            this.keys = other.keys;
            return this;
        }

        /** Writes a status service into the certificates and lets it answer for them. One service serves one hierarchy. */
        public Builder revocation(RevocationResponder responder) {
            this.responder = responder;
            return this;
        }

        /** {@return the hierarchy; its keys are made later, when they are first needed} */
        public TestPki build() {
            return new TestPki(this);
        }
    }
}
