package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.CredentialException.Reason;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * Finds out whether a certificate is a genuine, valid OCES certificate: issued below one of the given roots, by authorities
 * that may issue, under an OCES policy, valid now, not revoked (RFC 5280, RFC 6960).
 *
 * <p>No roots are shipped: fetch the root from the authority's own page and {@linkplain Builder#root(Path, String) pin it by its
 * fingerprint}. Roots of the test and production hierarchies are never trusted together.
 *
 * <p>The status of each certificate is asked by OCSP, and from the revocation list where that fails, at the addresses in the
 * certificate. The JDK does this through the JVM's proxy settings ({@code http.proxyHost}), with 15 s for each request unless
 * {@code com.sun.security.ocsp.timeout} and {@code com.sun.security.crl.timeout} say otherwise; the {@linkplain Builder#timeout
 * time limit} of this class bounds how long a caller waits for all of it.
 *
 * <p>Immutable and thread-safe.
 */
public final class OcesTrust {
    private final ChainCheck chainCheck;
    private final RevocationCheck revocationCheck;
    private final Set<String> policies;
    private final Clock clock;

    private OcesTrust(Builder builder) {
        this.chainCheck = new ChainCheck(builder.roots, builder.issuers);
        this.revocationCheck = new RevocationCheck(builder.revocation, builder.timeout, builder.executor);
        this.policies = Set.copyOf(builder.policies);
        this.clock = builder.clock;
    }

    /**
     * {@return a builder}
     *
     * @param revocation what to do when nobody can say whether a certificate is revoked; there is no default on purpose
     */
    public static Builder builder(Revocation revocation) {
        return new Builder(revocation);
    }

    /**
     * Checks a certificate.
     *
     * @param chain the certificate first, then what was sent along with it, in any order
     * @return what was found
     * @throws CredentialException {@code EXPIRED}, {@code NOT_YET_VALID}, {@code UNTRUSTED}, {@code REVOKED} or
     *     {@code REVOCATION_UNKNOWN}
     */
    public Verified verify(List<X509Certificate> chain) {
        if (chain.isEmpty()) {
            throw new Source("certificate").exception(Reason.NO_ENTRY, "no certificate was given");
        }
        X509Certificate certificate = chain.get(0);
        OcesCertificate oces = OcesCertificate.of(certificate);
        Source source = new Source("certificate of " + oces.kind() + " with CVR "
                + oces.statedCvr().orElse("none"));
        Instant now = clock.instant();
        CertificateDates.failure(source, oces.keyType(), certificate, now).ifPresent(OcesTrust::refuse);
        ChainCheck.Path path = chainCheck.build(source, chain, now);
        requireEndEntityUnderPolicy(source, certificate);
        boolean known = revocationCheck.isKnownToBeGood(source, path, now);
        return new Verified(oces, path.certificates(), known);
    }

    /**
     * Checks a certificate that came without its issuers; they must be known from {@link Builder#issuer}.
     *
     * @return what was found
     * @throws CredentialException as {@link #verify(List)}
     */
    public Verified verify(X509Certificate certificate) {
        return verify(List.of(certificate));
    }

    private void requireEndEntityUnderPolicy(Source source, X509Certificate certificate) {
        if (certificate.getBasicConstraints() >= 0) {
            throw source.exception(Reason.UNTRUSTED, "it is an authority's, which names no organisation");
        }
        if (!OcesPolicies.anyOf(certificate, policies)) {
            throw source.exception(
                    Reason.UNTRUSTED, "it was issued under none of the policies " + String.join(", ", policies));
        }
    }

    private static void refuse(Failure failure) {
        throw new CredentialException(List.of(failure));
    }

    /**
     * A certificate that is genuine and valid.
     *
     * @param certificate the certificate
     * @param path the certificate and its issuers, without the root
     * @param revocationKnown true if its issuers say that nothing in the path is revoked; false only with {@link Revocation#SOFT}
     */
    public record Verified(OcesCertificate certificate, List<X509Certificate> path, boolean revocationKnown) {
        /** Keeps a copy of the path. */
        public Verified {
            path = List.copyOf(path);
        }
    }

    /** Builds {@link OcesTrust}. Not thread-safe. */
    public static final class Builder {
        private final Revocation revocation;
        private final List<X509Certificate> roots = new ArrayList<>();
        private final List<X509Certificate> issuers = new ArrayList<>();
        private final List<String> problems = new ArrayList<>();
        private Collection<String> policies = List.of(OcesPolicies.ORGANISATION, OcesPolicies.EMPLOYEE);
        private Clock clock = Clock.systemUTC();
        private Duration timeout = Duration.ofSeconds(10);
        private Executor executor = new DaemonThreads();

        private Builder(Revocation revocation) {
            this.revocation = revocation;
        }

        /**
         * Trusts a root from a file.
         *
         * @param file PEM or DER
         * @param sha256 fingerprint in hexadecimal, colons and spaces allowed, as published by the authority
         * @throws CredentialException if the file cannot be read
         */
        public Builder root(Path file, String sha256) {
            return root(CertificateFile.read(file), sha256);
        }

        /**
         * Trusts a root whose fingerprint is as published.
         *
         * @param sha256 fingerprint in hexadecimal, colons and spaces allowed
         */
        public Builder root(X509Certificate root, String sha256) {
            String expected = sha256.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT);
            if (!CertificateFile.sha256(root).equals(expected)) {
                problems.add("the fingerprint of the root is not the one that was given; fetch the root again");
            }
            return root(root);
        }

        /** Trusts a root that the application has made sure of. */
        public Builder root(X509Certificate root) {
            roots.add(root);
            return this;
        }

        /** Knows an issuing authority, for certificates that come without it. It is checked like one that was sent. */
        public Builder issuer(X509Certificate issuer) {
            issuers.add(issuer);
            return this;
        }

        /** Sets the policies of which a certificate must carry one; organisation and employee by default. */
        public Builder policies(Collection<String> oids) {
            this.policies = List.copyOf(oids);
            return this;
        }

        /** Sets the clock; UTC system clock by default. The JDK holds OCSP answers against the system's clock all the same. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Sets how long a caller waits at most for the status of all certificates of a path; 10 s by default. */
        public Builder timeout(Duration timeout) {
            this.timeout = timeout;
            return this;
        }

        /**
         * Sets who runs the questions to the status service. By default each runs in a daemon thread of its own, at most 16 at
         * once; when all are taken, the answer counts as unknown.
         */
        public Builder executor(Executor executor) {
            this.executor = executor;
            return this;
        }

        /**
         * {@return the trust}
         *
         * @throws ConfigurationException naming every problem
         */
        public OcesTrust build() {
            List<String> all = new ArrayList<>(problems);
            if (roots.isEmpty()) {
                all.add("give at least one root");
            }
            if (roots.stream().anyMatch(root -> root.getBasicConstraints() < 0)) {
                all.add("a root must be an authority's certificate");
            }
            Set<OcesEnvironment> environments = Set.copyOf(roots.stream()
                    .map(root -> OcesEnvironment.ofIssuer(root.getSubjectX500Principal()))
                    .toList());
            if (environments.size() > 1) {
                all.add("roots of different systems (" + environments + ") must not be trusted together");
            }
            if (policies.isEmpty()) {
                all.add("give at least one policy");
            }
            if (timeout.isNegative() || timeout.isZero()) {
                all.add("timeout must be positive");
            }
            if (!all.isEmpty()) {
                throw new ConfigurationException("trust", all);
            }
            return new OcesTrust(this);
        }
    }
}
