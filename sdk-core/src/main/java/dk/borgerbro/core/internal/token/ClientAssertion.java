package dk.borgerbro.core.internal.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.error.CredentialException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Provider;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A {@code private_key_jwt}: a short-lived statement of who asks, signed with the client's key (RFC 7523 section 3). */
final class ClientAssertion {
    private static final Duration LIFE = Duration.ofSeconds(60);

    private final String clientId;
    private final String audience;
    private final Clock clock;
    private final @Nullable Provider provider;

    ClientAssertion(String clientId, String audience, Clock clock, @Nullable Provider provider) {
        this.clientId = clientId;
        this.audience = audience;
        this.clock = clock;
        this.provider = provider;
    }

    String signedWith(OrganisationKey key) {
        Instant now = clock.instant();
        JWTClaimsSet claims = new JWTClaimsSet.Builder()
                .issuer(clientId)
                .subject(clientId)
                .audience(audience)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(LIFE)))
                .build();
        try {
            JWSSigner signer = signer(key);
            String thumbprint = thumbprint(key.certificate());
            JWSHeader header = new JWSHeader.Builder(algorithm(key))
                    .keyID(thumbprint)
                    .x509CertSHA256Thumbprint(new Base64URL(thumbprint))
                    .build();
            SignedJWT assertion = new SignedJWT(header, claims);
            assertion.sign(signer);
            return assertion.serialize();
        } catch (JOSEException | GeneralSecurityException e) {
            throw new CredentialException(List.of(new CredentialException.Failure(
                    "key for private_key_jwt",
                    CredentialException.Reason.MALFORMED,
                    "it can sign neither RS256 nor ES256; use an RSA or P-256 key")));
        }
    }

    private JWSSigner signer(OrganisationKey key) throws JOSEException {
        JWSSigner signer = key.privateKey() instanceof ECPrivateKey elliptic
                ? new ECDSASigner(elliptic)
                : new RSASSASigner(key.privateKey());
        if (provider != null) {
            signer.getJCAContext().setProvider(provider);
        }
        return signer;
    }

    private static JWSAlgorithm algorithm(OrganisationKey key) {
        return key.privateKey().getAlgorithm().startsWith("EC") ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256;
    }

    private static String thumbprint(X509Certificate certificate) throws GeneralSecurityException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return Base64URL.encode(digest).toString();
    }
}
