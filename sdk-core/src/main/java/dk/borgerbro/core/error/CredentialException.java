package dk.borgerbro.core.error;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/** No usable key, certificate or secret. Lists each source that was tried and why it failed; nothing was sent. */
public final class CredentialException extends SdkException {
    private final List<Failure> failures;

    /**
     * Creates the error.
     *
     * @param failures each source that was tried, at least one
     */
    public CredentialException(List<Failure> failures) {
        super(
                CallReference.local("credential", "load"),
                "found no usable key or certificate: "
                        + failures.stream().map(Failure::toString).collect(Collectors.joining("; ")),
                null);
        this.failures = List.copyOf(failures);
    }

    /** {@return each source that was tried and why it failed} */
    public List<Failure> failures() {
        return failures;
    }

    @Override
    public Responsibility responsibility() {
        return Responsibility.SETUP;
    }

    @Override
    public boolean isRetryable() {
        return false;
    }

    /** Why a credential cannot be used. */
    public enum Reason {
        /** The file, variable or store cannot be read. */
        NOT_READABLE,
        /** The content is not of the expected form. */
        MALFORMED,
        /** The password does not open the store or the key. */
        WRONG_PASSWORD,
        /** The store holds no key with a certificate. */
        NO_ENTRY,
        /** The store holds several keys and no alias was named. */
        SEVERAL_ENTRIES,
        /** No entry has the alias that was named. */
        NO_SUCH_ALIAS,
        /** The private key does not belong to the certificate. */
        KEY_MISMATCH,
        /** The issuing certificates are missing. */
        CHAIN_MISSING,
        /** The certificate has expired. */
        EXPIRED,
        /** The certificate is not valid yet. */
        NOT_YET_VALID,
        /** The certificate was not issued by a trusted authority, or its path is broken. */
        UNTRUSTED,
        /** The issuer has revoked the certificate. */
        REVOKED,
        /** Whether the certificate is revoked could not be found out. */
        REVOCATION_UNKNOWN
    }

    /**
     * One source that failed.
     *
     * @param source what was tried, such as {@code PKCS#12 from stream}; never a secret, and no more of a path than the file's name
     * @param reason which of the known faults
     * @param detail what to do about it, with alias, type and expiry where known
     */
    public record Failure(String source, Reason reason, String detail) implements Serializable {
        @Override
        public String toString() {
            return source + ": " + reason + ", " + detail;
        }
    }
}
