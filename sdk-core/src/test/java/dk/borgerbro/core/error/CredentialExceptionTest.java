package dk.borgerbro.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.error.CredentialException.Failure;
import dk.borgerbro.core.error.CredentialException.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class CredentialExceptionTest {
    @Test
    void itsMessageFitsOwnKeysAndCertificatesOfOthersAndTellsEachFailure() {
        CredentialException error = new CredentialException(List.of(
                new Failure("PKCS#12 file system.p12", Reason.WRONG_PASSWORD, "the password does not open it"),
                new Failure("certificate", Reason.REVOKED, "its issuer has revoked it")));

        assertThat(error)
                .hasMessage(
                        "credential.load found no usable key or certificate: PKCS#12 file system.p12: WRONG_PASSWORD,"
                                + " the password does not open it; certificate: REVOKED, its issuer has revoked it");
    }
}
