package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.CredentialException.Failure;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What metadata must fulfil.
 *
 * @param entityId the name of the only identity provider that is meant, where it is pinned
 * @param signers certificates of whom one must have signed the metadata; empty if signatures do not matter
 */
public record MetadataRules(Optional<String> entityId, CertificateCheck certificates, List<X509Certificate> signers) {
    /** Keeps a copy. */
    public MetadataRules {
        signers = List.copyOf(signers);
    }

    List<PublicKey> signerKeys(Instant now) {
        List<PublicKey> keys = new ArrayList<>();
        List<Failure> failures = new ArrayList<>();
        for (X509Certificate signer : signers) {
            CertificateCheck.outOfTime("signer of the metadata", signer, now)
                    .ifPresentOrElse(failures::add, () -> keys.add(signer.getPublicKey()));
        }
        if (keys.isEmpty()) {
            throw new CredentialException(failures);
        }
        return keys;
    }
}
