package dk.borgerbro.testkit.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RespID;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.operator.DigestCalculatorProvider;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;

/** Writes OCSP answers and revocation lists, signed by the issuer itself. */
final class StatusAnswers {
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final TestPki pki;

    StatusAnswers(TestPki pki) {
        this.pki = pki;
    }

    byte[] ocsp(byte[] request, RevocationFault fault) throws IOException {
        try {
            OCSPReq asked = new OCSPReq(request);
            DigestCalculatorProvider digests = new JcaDigestCalculatorProviderBuilder()
                    .setProvider(pki.forge().provider())
                    .build();
            Authority issuer = issuerOf(asked.getRequestList()[0].getCertID(), digests);
            Authority signer =
                    fault == RevocationFault.WRONG_SIGNER ? pki.other().issuing() : issuer;
            BasicOCSPRespBuilder answer = new BasicOCSPRespBuilder(
                    new RespID(new JcaX509CertificateHolder(issuer.certificate()).getSubject()));
            Instant produced = producedAt(fault);
            for (Req one : asked.getRequestList()) {
                answer.addResponse(
                        one.getCertID(),
                        status(one.getCertID().getSerialNumber(), fault),
                        Date.from(produced),
                        Date.from(produced.plus(LIFETIME)),
                        null);
            }
            Extension nonce = asked.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
            if (nonce != null) {
                answer.setResponseExtensions(new Extensions(nonce));
            }
            return new OCSPRespBuilder()
                    .build(
                            OCSPRespBuilder.SUCCESSFUL,
                            answer.build(
                                    pki.forge().signer(signer.key().getPrivate(), CertificateForge.PSS),
                                    null,
                                    Date.from(produced)))
                    .getEncoded();
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException("the OCSP answer cannot be made", e);
        }
    }

    byte[] crl(boolean ofRoot, RevocationFault fault) throws IOException {
        Authority issuer = ofRoot ? pki.hierarchy().root() : pki.hierarchy().issuing();
        Authority signer = fault == RevocationFault.WRONG_SIGNER
                ? ofRoot ? pki.other().root() : pki.other().issuing()
                : issuer;
        boolean foreign = fault == RevocationFault.UNKNOWN;
        Instant produced = producedAt(fault);
        X509v2CRLBuilder list = new X509v2CRLBuilder(
                foreign ? Subjects.authority("Ukendt CA", true) : issuer.name(), Date.from(produced));
        list.setNextUpdate(Date.from(produced.plus(LIFETIME)));
        if (!foreign) {
            for (Map.Entry<BigInteger, Instant> entry : pki.revoked().entrySet()) {
                list.addCRLEntry(entry.getKey(), Date.from(entry.getValue()), CRLReason.keyCompromise);
            }
        }
        try {
            return list.build(pki.forge().signer(signer.key().getPrivate(), CertificateForge.PSS))
                    .getEncoded();
        } catch (OperatorCreationException e) {
            throw new IOException("the revocation list cannot be made", e);
        }
    }

    private Instant producedAt(RevocationFault fault) {
        Instant justNow = pki.now().minus(Duration.ofMinutes(1));
        return fault == RevocationFault.STALE ? justNow.minus(Duration.ofDays(30)) : justNow;
    }

    private CertificateStatus status(BigInteger serial, RevocationFault fault) {
        if (fault == RevocationFault.UNKNOWN) {
            return new UnknownStatus();
        }
        Instant since = pki.revoked().get(serial);
        return since == null ? CertificateStatus.GOOD : new RevokedStatus(Date.from(since), CRLReason.keyCompromise);
    }

    private Authority issuerOf(CertificateID id, DigestCalculatorProvider digests)
            throws OCSPException, GeneralSecurityException {
        for (Authority authority :
                List.of(pki.hierarchy().issuing(), pki.hierarchy().root())) {
            X509Certificate certificate = authority.certificate();
            if (id.matchesIssuer(new JcaX509CertificateHolder(certificate), digests)) {
                return authority;
            }
        }
        return pki.hierarchy().issuing();
    }
}
