package dk.borgerbro.testkit.pki;

import dk.borgerbro.testkit.pki.CertificateForge.Validity;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.jspecify.annotations.Nullable;

/**
 * One certificate to be, right in everything that is not changed here: each deviation is one method, so a negative test shows in
 * one word what is wrong. Not thread-safe; {@link #issue()} may be called several times and makes another certificate each time.
 */
public final class CertificateOrder {
    /** Policy of organisation and system certificates. */
    public static final String ORGANISATION_POLICY = "1.2.208.169.1.1.1.3.7";

    /** Policy of employee certificates. */
    public static final String EMPLOYEE_POLICY = "1.2.208.169.1.1.1.2.7";

    private static final String GENERAL_POLICY = "0.4.0.2042.1.1";
    private static final Duration LIFETIME = Duration.ofDays(3 * 365);
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private final TestPki pki;
    private Function<String, X500Name> subject = uuid -> Subjects.server("unnamed");
    private String uuid = UUID.randomUUID().toString();
    private String policy = ORGANISATION_POLICY;
    private List<GeneralName> serverNames = List.of();
    private @Nullable Authority issuer;
    private boolean selfSigned;
    private Instant from;
    private Instant until;
    private int keyBits;
    private @Nullable KeyPair key;
    private String algorithm = CertificateForge.PSS;

    CertificateOrder(TestPki pki) {
        this.pki = pki;
        this.from = pki.now().minus(Duration.ofDays(1));
        this.until = from.plus(LIFETIME);
    }

    /** Names an organisation or one of its systems; the two cannot be told apart. */
    public CertificateOrder organisation(String cvr, String name) {
        return organisation(cvr, name, name + " (systemcertifikat)");
    }

    /** Names an organisation and, as common name, one of its systems. */
    public CertificateOrder organisation(String cvr, String name, String commonName) {
        this.subject = uuid -> Subjects.organisation(cvr, name, commonName, uuid);
        this.policy = ORGANISATION_POLICY;
        return this;
    }

    /** Names an employee of an organisation. */
    public CertificateOrder employee(String cvr, String organisation, String givenName, String surname) {
        this.subject = uuid -> Subjects.employee(cvr, organisation, givenName, surname, uuid);
        this.policy = EMPLOYEE_POLICY;
        return this;
    }

    /**
     * Writes the subject in the form used until 2023.
     *
     * @param serialNumber such as {@code CVR:99000007-UID:1234}; {@code FID} is a function's and {@code RID} an employee's
     */
    public CertificateOrder oces2(String cvr, String organisation, String commonName, String serialNumber) {
        this.subject = uuid -> Subjects.oces2(organisation, cvr, commonName, serialNumber);
        return this;
    }

    /**
     * Names a TLS server.
     *
     * @param hosts host names and literal addresses; none means {@code localhost}, {@code 127.0.0.1} and {@code ::1}
     */
    public CertificateOrder server(String... hosts) {
        List<String> all = hosts.length == 0 ? List.of("localhost", "127.0.0.1", "::1") : List.of(hosts);
        List<GeneralName> names = new ArrayList<>();
        for (String host : all) {
            boolean literal = ADDRESS.matcher(host).matches();
            names.add(new GeneralName(literal ? GeneralName.iPAddress : GeneralName.dNSName, host));
        }
        this.serverNames = names;
        this.subject = uuid -> Subjects.server(all.get(0));
        return this;
    }

    /** Writes the whole subject, such as {@code CN=Somebody,C=DK}. */
    public CertificateOrder subject(String distinguishedName) {
        this.subject = uuid -> new X500Name(distinguishedName);
        return this;
    }

    /** Sets the unique part of the serial number; random otherwise. */
    public CertificateOrder uuid(String uuid) {
        this.uuid = uuid;
        return this;
    }

    /** Sets another policy than the one that goes with the subject. */
    public CertificateOrder policy(String oid) {
        this.policy = oid;
        return this;
    }

    /** Sets when the certificate is valid; three years from yesterday otherwise. */
    public CertificateOrder valid(Instant from, Instant until) {
        this.from = from;
        this.until = until;
        return this;
    }

    /** Lets the certificate end at an instant; the start moves along if needed. */
    public CertificateOrder validUntil(Instant until) {
        return valid(until.minus(LIFETIME), until);
    }

    /** Lets the certificate have expired yesterday. */
    public CertificateOrder expired() {
        return validUntil(pki.now().minus(Duration.ofDays(1)));
    }

    /** Lets the certificate begin tomorrow. */
    public CertificateOrder notYetValid() {
        Instant tomorrow = pki.now().plus(Duration.ofDays(1));
        return valid(tomorrow, tomorrow.plus(LIFETIME));
    }

    /** Makes a key of its own instead of taking one of the pool's two. */
    public CertificateOrder ownKey() {
        return keyBits(3072);
    }

    /** Makes a key of its own and of another size. */
    public CertificateOrder keyBits(int bits) {
        this.keyBits = bits;
        return this;
    }

    /** Takes the key that another identity has, as in a renewal without a new key. */
    public CertificateOrder keyOf(TestIdentity other) {
        this.key = new KeyPair(other.certificate().getPublicKey(), other.privateKey());
        return this;
    }

    /** Signs with the certificate's own key. */
    public CertificateOrder selfSigned() {
        this.selfSigned = true;
        return this;
    }

    /** Lets an authority of the same name but with another key and root sign. */
    public CertificateOrder byOtherAuthority() {
        this.issuer = pki.other().issuing();
        return this;
    }

    /** Puts one more authority below the issuing one, which its path length of 0 forbids. */
    public CertificateOrder belowExtraAuthority() {
        this.issuer = pki.extraAuthority();
        return this;
    }

    /** Lets somebody sign who is no authority, though its own certificate is good. */
    public CertificateOrder signedBy(TestIdentity noAuthority) {
        X509Certificate above = noAuthority.certificate();
        this.issuer = new Authority(
                X500Name.getInstance(above.getSubjectX500Principal().getEncoded()),
                new KeyPair(above.getPublicKey(), noAuthority.privateKey()),
                noAuthority.chain(),
                false);
        return this;
    }

    /** Signs with PKCS#1 v1.5 instead of RSASSA-PSS. */
    public CertificateOrder signedWithPkcs1() {
        this.algorithm = CertificateForge.PKCS1;
        return this;
    }

    /** {@return the certificate with its key and chain} */
    public TestIdentity issue() {
        KeyPair pair = key != null ? key : keyBits == 0 ? pki.pooledKey() : KeyPool.fresh(keyBits);
        X500Name name = subject.apply(uuid);
        Authority signer = issuer != null ? issuer : pki.hierarchy().issuing();
        if (selfSigned) {
            signer = new Authority(name, pair, List.of(), false);
        }
        X509Certificate certificate = pki.forge()
                .certificate(
                        name,
                        pair.getPublic(),
                        signer.name(),
                        signer.key().getPrivate(),
                        new Validity(from, until),
                        extensions(pair, signer),
                        algorithm);
        return new TestIdentity(pair.getPrivate(), signer.chainBelow(certificate));
    }

    private List<Extension> extensions(KeyPair pair, Authority signer) {
        Extensions extensions = new Extensions();
        if (serverNames.isEmpty()) {
            extensions
                    .legalPersonStatement()
                    .policies(List.of(GENERAL_POLICY, policy))
                    .keyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation | KeyUsage.keyEncipherment);
        } else {
            extensions.tlsServer(serverNames).keyUsage(KeyUsage.digitalSignature | KeyUsage.keyEncipherment);
        }
        return extensions
                .statusOf(signer, pki.addresses())
                .authorityKey(signer.key().getPublic())
                .notAnAuthority()
                .subjectKey(pair.getPublic())
                .list();
    }
}
