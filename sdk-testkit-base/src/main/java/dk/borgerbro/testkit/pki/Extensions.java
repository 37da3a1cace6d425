package dk.borgerbro.testkit.pki;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.asn1.x509.qualified.QCStatement;
import org.bouncycastle.asn1.x509.qualified.SemanticsInformation;

/** The extensions of certificates of Den Danske Stat, in the order and with the criticality seen in published key store dumps. */
final class Extensions {
    private static final ASN1ObjectIdentifier LEGAL_PERSON_SEMANTICS = new ASN1ObjectIdentifier("0.4.0.194121.1.2");

    private final List<Extension> all = new ArrayList<>();

    List<Extension> list() {
        return List.copyOf(all);
    }

    /** The qualified statement that the organisation's number comes from the state's register of identifiers. */
    Extensions legalPersonStatement() {
        SemanticsInformation semantics =
                new SemanticsInformation(LEGAL_PERSON_SEMANTICS, new GeneralName[] {uri("https://uid.gov.dk")});
        return add(
                Extension.qCStatements,
                false,
                new DERSequence(new QCStatement(QCStatement.id_qcs_pkixQCSyntax_v2, semantics)));
    }

    /** Where the status of what this authority issues can be asked. */
    Extensions statusOf(Authority issuer, StatusAddresses addresses) {
        return statusOf(issuer.isRoot(), addresses);
    }

    Extensions statusOf(boolean issuerIsRoot, StatusAddresses addresses) {
        add(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(new AccessDescription[] {
            new AccessDescription(AccessDescription.id_ad_caIssuers, uri(addresses.certificate(issuerIsRoot))),
            new AccessDescription(AccessDescription.id_ad_ocsp, uri(addresses.ocsp()))
        }));
        DistributionPoint point = new DistributionPoint(
                new DistributionPointName(new GeneralNames(uri(addresses.crl(issuerIsRoot)))), null, null);
        return add(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {point}));
    }

    Extensions authorityKey(PublicKey issuerKey) {
        return add(Extension.authorityKeyIdentifier, false, new AuthorityKeyIdentifier(keyId(issuerKey)));
    }

    Extensions subjectKey(PublicKey key) {
        return add(Extension.subjectKeyIdentifier, false, new SubjectKeyIdentifier(keyId(key)));
    }

    Extensions notAnAuthority() {
        return add(Extension.basicConstraints, true, new BasicConstraints(false));
    }

    Extensions authority() {
        return add(Extension.basicConstraints, true, new BasicConstraints(true))
                .keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    Extensions authority(int pathLength) {
        return add(Extension.basicConstraints, true, new BasicConstraints(pathLength))
                .keyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
    }

    Extensions policies(List<String> oids) {
        PolicyInformation[] policies = oids.stream()
                .map(oid -> new PolicyInformation(new ASN1ObjectIdentifier(oid)))
                .toArray(PolicyInformation[]::new);
        return add(Extension.certificatePolicies, false, new CertificatePolicies(policies));
    }

    Extensions keyUsage(int usage) {
        return add(Extension.keyUsage, true, new KeyUsage(usage));
    }

    Extensions tlsServer(List<GeneralName> names) {
        add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
        return add(Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(new GeneralName[0])));
    }

    private Extensions add(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            all.add(Extension.create(oid, critical, value));
            return this;
        } catch (IOException e) {
            throw new IllegalStateException("the extension cannot be encoded", e);
        }
    }

    private static GeneralName uri(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
    }

    private static byte[] keyId(PublicKey key) {
        try {
            byte[] bits = SubjectPublicKeyInfo.getInstance(key.getEncoded())
                    .getPublicKeyData()
                    .getBytes();
            return MessageDigest.getInstance("SHA-1").digest(bits);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-1", e);
        }
    }
}
