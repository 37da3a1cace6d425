package dk.borgerbro.eid.saml;

import dk.borgerbro.core.credential.OcesTrust;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.eid.internal.metadata.CertificateCheck;
import dk.borgerbro.eid.internal.metadata.KeyStrength;
import dk.borgerbro.eid.internal.metadata.MetadataRules;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What an identity provider's metadata and the signing certificates in them must fulfil. Immutable and thread-safe.
 *
 * <p>A certificate that is expired, not yet valid, or holds an RSA key of fewer than 2048 bits, an EC key of fewer than 256 or any other key
 * never counts. The metadata count when at least one certificate does, and never after their {@code validUntil}.
 *
 * <p>NemLog-in does not sign its metadata. A signature that cannot be checked because no {@linkplain #withMetadataSigner signer} is configured
 * adds nothing, and the metadata count as unsigned: anybody can sign with a key of their own. Once a signer is configured, metadata that it did
 * not sign are refused.
 */
public final class IdentityProviderTrust {
    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final MetadataRules rules;

    private IdentityProviderTrust(MetadataRules rules) {
        this.rules = rules;
    }

    /**
     * {@return trust in certificates that are genuine, valid and not revoked by the OCES hierarchy of one environment}
     *
     * @param chain with the root of the environment, and with the issuing authority, because NemLog-in's metadata come without it; what happens
     *     while nobody can tell whether a certificate is revoked is decided by its {@link dk.borgerbro.core.credential.Revocation}
     */
    public static IdentityProviderTrust oces(OcesTrust chain) {
        return new IdentityProviderTrust(
                new MetadataRules(Optional.empty(), new CertificateCheck(chain, Set.of()), List.of()));
    }

    /**
     * {@return trust in the certificates as they stand, without asking who issued them and whether they were revoked}
     *
     * <p>For a file that somebody has reviewed, or together with {@linkplain #withPins pins} or a {@linkplain #withMetadataSigner signer}.
     * What the metadata say is then believed because of where they come from.
     */
    public static IdentityProviderTrust withoutChain() {
        return new IdentityProviderTrust(
                new MetadataRules(Optional.empty(), new CertificateCheck(null, Set.of()), List.of()));
    }

    /** {@return this trust for one identity provider only, by its entityID; needed to pick one out of a list} */
    public IdentityProviderTrust withEntityId(String entityId) {
        return new IdentityProviderTrust(
                new MetadataRules(Optional.of(entityId), rules.certificates(), rules.signers()));
    }

    /**
     * {@return this trust for certificates with certain fingerprints only}
     *
     * @param sha256 in hexadecimal, colons and spaces allowed; include the next certificate before the identity provider changes to it
     * @throws ConfigurationException if there is none, or one is no SHA-256 fingerprint
     */
    public IdentityProviderTrust withPins(Collection<String> sha256) {
        List<String> pins = sha256.stream()
                .map(pin -> pin.replaceAll("[:\\s]", "").toLowerCase(Locale.ROOT))
                .toList();
        if (pins.isEmpty() || !pins.stream().allMatch(pin -> SHA256.matcher(pin).matches())) {
            throw new ConfigurationException(
                    "identity provider", List.of("a pin must be a SHA-256 fingerprint of 64 hexadecimal digits"));
        }
        CertificateCheck pinned = new CertificateCheck(rules.certificates().chain(), Set.copyOf(pins));
        return new IdentityProviderTrust(new MetadataRules(rules.entityId(), pinned, rules.signers()));
    }

    /**
     * {@return this trust for metadata that somebody signed; each call adds one who may}
     *
     * @param signer must be valid when metadata are read
     * @throws ConfigurationException if its key is too weak
     */
    public IdentityProviderTrust withMetadataSigner(X509Certificate signer) {
        KeyStrength.weakness(signer.getPublicKey()).ifPresent(weakness -> {
            throw new ConfigurationException("identity provider", List.of("the signer of metadata: " + weakness));
        });
        List<X509Certificate> signers = new ArrayList<>(rules.signers());
        signers.add(signer);
        return new IdentityProviderTrust(new MetadataRules(rules.entityId(), rules.certificates(), signers));
    }

    MetadataRules rules() {
        return rules;
    }

    @Override
    public String toString() {
        return "IdentityProviderTrust("
                + rules.entityId().orElse("any identity provider") + ", "
                + (rules.certificates().chain() == null ? "without chain" : "OCES")
                + rules.certificates().pins().stream()
                        .map(pin -> ", pin " + pin)
                        .collect(Collectors.joining())
                + (rules.signers().isEmpty() ? "" : ", signed metadata") + ")";
    }
}
