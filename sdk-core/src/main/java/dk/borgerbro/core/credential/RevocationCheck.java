package dk.borgerbro.core.credential;

import dk.borgerbro.core.error.CredentialException.Reason;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.PKIXParameters;
import java.security.cert.PKIXRevocationChecker;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the issuers of a path whether they have revoked anything in it: OCSP first, then the revocation list. */
final class RevocationCheck {
    private final Revocation revocation;
    private final Duration timeout;
    private final Executor executor;

    RevocationCheck(Revocation revocation, Duration timeout, Executor executor) {
        this.revocation = revocation;
        this.timeout = timeout;
        this.executor = executor;
    }

    /** True if every issuer says so; false, in the soft case only, if one of them said nothing. */
    boolean isKnownToBeGood(Source source, ChainCheck.Path path, Instant now) {
        CompletableFuture<Status> question;
        try {
            question = CompletableFuture.supplyAsync(() -> ask(path, now), executor);
        } catch (RejectedExecutionException e) {
            return unknown(source, "too many questions to the status service are open");
        }
        Status status;
        try {
            status = question.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return unknown(source, "the status service did not answer within " + timeout);
        } catch (ExecutionException e) {
            return unknown(source, "asking the status service failed");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return unknown(source, "the thread was interrupted");
        }
        return switch (status) {
            case GOOD -> true;
            case REVOKED ->
                throw source.exception(Reason.REVOKED, "its issuer has revoked it, or an authority above it");
            case UNKNOWN -> unknown(source, "neither OCSP nor a revocation list gave a usable answer");
        };
    }

    private boolean unknown(Source source, String why) {
        if (revocation == Revocation.HARD) {
            throw source.exception(
                    Reason.REVOCATION_UNKNOWN,
                    why + "; check that this machine may reach the addresses in the certificate");
        }
        return false;
    }

    private static Status ask(ChainCheck.Path path, Instant now) {
        try {
            CertPathValidator validator = CertPathValidator.getInstance("PKIX");
            PKIXRevocationChecker checker = (PKIXRevocationChecker) validator.getRevocationChecker();
            checker.setOcspExtensions(List.of(OcspPreferences.INSTANCE));
            PKIXParameters parameters = new PKIXParameters(Set.of(path.root()));
            parameters.setDate(Date.from(now));
            parameters.addCertPathChecker(checker);
            validator.validate(path.path(), parameters);
            return Status.GOOD;
        } catch (CertPathValidatorException e) {
            // The path was good a moment ago, so what is not revoked now can only be an answer that nobody can use.
            return e.getReason() == BasicReason.REVOKED ? Status.REVOKED : Status.UNKNOWN;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK checks revocation", e);
        }
    }

    private enum Status {
        GOOD,
        REVOKED,
        UNKNOWN
    }
}
