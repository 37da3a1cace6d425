package dk.borgerbro.core.internal.token;

import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.credential.Secret;

/** How a client proves itself to a token service. */
public sealed interface ClientProof {
    /** A secret in the {@code Authorization} header. */
    record SharedSecret(Secret secret) implements ClientProof {}

    /** The certificate of the TLS connection. */
    record Certificate(KeySource key) implements ClientProof {}

    /** A statement signed with the client's key. */
    record SignedStatement(KeySource key) implements ClientProof {}
}
