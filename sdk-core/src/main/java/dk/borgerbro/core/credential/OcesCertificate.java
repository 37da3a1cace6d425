package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.id.CvrNumber;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the subject and issuer of a certificate say, read as OCES: OCES3 as issued since 2021, and the older OCES2 for reading
 * only. Reading never fails; what a certificate does not say is empty. Nothing here means that the certificate is genuine: only
 * {@link OcesTrust} finds that out.
 *
 * <p>Immutable and thread-safe. Names of employees are personal data and stay out of {@link #toString()}.
 */
public final class OcesCertificate {
    private static final Pattern OCES3 = Pattern.compile("UI:DK-([A-Z]):G:(.+)");
    private static final Pattern OCES3_ORGANISATION = Pattern.compile("NTRDK-(\\d{8})");
    private static final Pattern OCES2 = Pattern.compile("CVR:(\\d{8})-(UID|FID|RID):(.+)");

    private final X509Certificate certificate;
    private final DistinguishedName subject;
    private final Optional<Matcher> oces3;
    private final Optional<Matcher> oces2;

    private OcesCertificate(X509Certificate certificate) {
        this.certificate = certificate;
        this.subject = DistinguishedName.of(certificate.getSubjectX500Principal());
        Optional<String> serial = subject.only(DistinguishedName.SERIAL_NUMBER);
        this.oces3 = serial.map(OCES3::matcher).filter(Matcher::matches);
        this.oces2 = serial.map(OCES2::matcher).filter(Matcher::matches);
    }

    /** {@return the view of a certificate, whatever certificate it is} */
    public static OcesCertificate of(X509Certificate certificate) {
        return new OcesCertificate(certificate);
    }

    /** {@return the certificate itself} */
    public X509Certificate certificate() {
        return certificate;
    }

    /** {@return whom it names; organisation and system certificates cannot be told apart} */
    public Kind kind() {
        if (oces3.isPresent()) {
            return switch (oces3.get().group(1)) {
                case "O" -> Kind.ORGANISATION;
                case "E" -> Kind.EMPLOYEE;
                default -> Kind.OTHER;
            };
        }
        return oces2.map(old -> old.group(2).equals("RID") ? Kind.EMPLOYEE : Kind.ORGANISATION)
                .orElse(Kind.OTHER);
    }

    /** {@return which form the subject has} */
    public Form form() {
        if (oces3.isPresent()) {
            return Form.OCES3;
        }
        return oces2.isPresent() ? Form.OCES2 : Form.OTHER;
    }

    /** {@return the CVR number of the organisation, empty if there is none or its check digit is wrong} */
    public Optional<CvrNumber> cvr() {
        return statedCvr().flatMap(OcesCertificate::withRightCheckDigit);
    }

    /** {@return the eight digits that stand in the place of the CVR number, right or wrong: test certificates carry wrong ones} */
    public Optional<String> statedCvr() {
        Optional<String> identifier = subject.only(DistinguishedName.ORGANISATION_IDENTIFIER)
                .map(OCES3_ORGANISATION::matcher)
                .filter(Matcher::matches)
                .map(found -> found.group(1));
        return identifier.or(() -> oces2.map(old -> old.group(1)));
    }

    /** {@return the unique id of the subject (OCES3), empty if there is none of that form} */
    public Optional<UUID> uuid() {
        return oces3.flatMap(found -> {
            try {
                return Optional.of(UUID.fromString(found.group(2)));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        });
    }

    /** {@return the serial number of the subject as written, such as {@code UI:DK-O:G:…}; services register it} */
    public Optional<String> subjectSerialNumber() {
        return subject.only(DistinguishedName.SERIAL_NUMBER);
    }

    /** {@return the common name: the system's, or the employee's and then personal data} */
    public Optional<String> commonName() {
        return subject.only("CN");
    }

    /** {@return the name of the organisation} */
    public Optional<String> organisationName() {
        return subject.only("O");
    }

    /** {@return which system issued it, judged by the issuer's name alone} */
    public OcesEnvironment environment() {
        return OcesEnvironment.ofIssuer(certificate.getIssuerX500Principal());
    }

    /**
     * {@return whether the certificate carries a policy}
     *
     * @param oid such as {@link OcesPolicies#ORGANISATION}
     */
    public boolean hasPolicy(String oid) {
        return OcesPolicies.anyOf(certificate, List.of(oid));
    }

    /** {@return kind of key and its bits, such as {@code RSA 3072}} */
    public String keyType() {
        return KeyKind.describe(certificate.getPublicKey());
    }

    /** {@return size of the key in bits, 0 if the kind is neither RSA nor EC} */
    public int keyBits() {
        return KeyKind.bits(certificate.getPublicKey());
    }

    /** {@return first instant of validity} */
    public Instant notBefore() {
        return certificate.getNotBefore().toInstant();
    }

    /** {@return last instant of validity} */
    public Instant notAfter() {
        return certificate.getNotAfter().toInstant();
    }

    /**
     * {@return whether it expires within a time, or has expired}
     *
     * @param time such as 30 days
     * @param now from when to count
     */
    public boolean expiresWithin(Duration time, Instant now) {
        return !notAfter().isAfter(now.plus(time));
    }

    /** {@return kind, CVR number and expiry} */
    @Override
    public String toString() {
        return "OcesCertificate[" + summary() + "]";
    }

    String summary() {
        return kind() + ", CVR " + statedCvr().orElse("none") + ", valid until " + notAfter();
    }

    private static Optional<CvrNumber> withRightCheckDigit(String digits) {
        try {
            return Optional.of(new CvrNumber(digits));
        } catch (InvalidInputException e) {
            return Optional.empty();
        }
    }

    /** Whom a certificate names. */
    public enum Kind {
        /** An organisation or one of its systems. */
        ORGANISATION,
        /** An employee of an organisation. */
        EMPLOYEE,
        /** Anything else, such as a TLS server. */
        OTHER
    }

    /** The form of a subject. */
    public enum Form {
        /** As issued by Den Danske Stat since 2021. */
        OCES3,
        /** As issued until 2023; cannot be used any more. */
        OCES2,
        /** Anything else. */
        OTHER
    }
}
