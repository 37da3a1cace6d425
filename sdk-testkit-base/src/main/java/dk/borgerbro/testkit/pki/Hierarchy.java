package dk.borgerbro.testkit.pki;

import dk.borgerbro.testkit.pki.CertificateForge.Validity;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;

/**
 * A root and the authority below it that issues to organisations, with path length 0 as in the public hierarchy.
 *
 * @param root the trust anchor
 * @param issuing signs end entities
 */
record Hierarchy(Authority root, Authority issuing) {
    private static final Duration YEAR = Duration.ofDays(365);

    static Hierarchy create(
            CertificateForge forge,
            StatusAddresses addresses,
            boolean testNames,
            KeyPair rootKey,
            KeyPair issuingKey,
            Instant now) {
        X500Name rootName = Subjects.authority("Den Danske Stat OCES rod-CA", testNames);
        X509Certificate rootCertificate = forge.certificate(
                rootName,
                rootKey.getPublic(),
                rootName,
                rootKey.getPrivate(),
                new Validity(now.minus(YEAR.multipliedBy(5)), now.plus(YEAR.multipliedBy(20))),
                new Extensions()
                        .statusOf(true, addresses)
                        .authority()
                        .subjectKey(rootKey.getPublic())
                        .list(),
                CertificateForge.PSS);
        Authority root = new Authority(rootName, rootKey, List.of(rootCertificate), true);
        X500Name issuingName = Subjects.authority("Den Danske Stat OCES udstedende-CA 1", testNames);
        return new Hierarchy(root, below(root, issuingName, issuingKey, forge, addresses, now));
    }

    /** An authority below another one, whether or not the other one's path length allows it. */
    static Authority below(
            Authority above,
            X500Name name,
            KeyPair key,
            CertificateForge forge,
            StatusAddresses addresses,
            Instant now) {
        X509Certificate certificate = forge.certificate(
                name,
                key.getPublic(),
                above.name(),
                above.key().getPrivate(),
                new Validity(now.minus(YEAR.multipliedBy(4)), now.plus(YEAR.multipliedBy(6))),
                new Extensions()
                        .statusOf(above, addresses)
                        .authorityKey(above.key().getPublic())
                        .authority(0)
                        .subjectKey(key.getPublic())
                        .list(),
                CertificateForge.PSS);
        return new Authority(name, key, above.chainBelow(certificate), false);
    }
}
