package dk.borgerbro.testkit.pki;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.SignatureException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPResp;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPReqBuilder;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.operator.jcajce.JcaContentVerifierProviderBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RevocationResponderTest {
    private static final TestPki KEYS = TestPki.create();

    private final RevocationResponder status = RevocationResponder.start();
    private final TestPki pki =
            TestPki.builder().keysOf(KEYS).revocation(status).build();
    private final HttpClient http = HttpClient.newHttpClient();
    private final X509Certificate good = pki.order().issue().certificate();

    @AfterEach
    void stop() {
        status.close();
    }

    @Test
    void certificatesNameTheService() {
        String address = status.address().toString();

        assertThat(text(good, "1.3.6.1.5.5.7.1.1")).contains(address + "/ocsp", address + "/oces/issuing/1/cacert/");
        assertThat(text(good, "2.5.29.31")).contains(address + "/oces/issuing/1/crl/issuing.crl");
        assertThat(text(pki.issuing(), "2.5.29.31")).contains(address + "/oces/root/crl/root.crl");
        assertThat(text(KEYS.issuing(), "2.5.29.31")).contains("http://ca1.cti-gov.invalid/oces/root/crl/root.crl");
    }

    @Test
    void ocspAnswersByPostAndByGet() throws Exception {
        X509Certificate revoked = pki.order().issue().certificate();
        pki.revoke(revoked);

        for (boolean post : new boolean[] {true, false}) {
            assertThat(ask(good, pki.issuing(), post)).isEqualTo(CertificateStatus.GOOD);
            assertThat(ask(revoked, pki.issuing(), post)).isInstanceOf(RevokedStatus.class);
            assertThat(ask(pki.issuing(), pki.root(), post)).isEqualTo(CertificateStatus.GOOD);
        }
        assertThat(status.ocspRequests()).isEqualTo(6);
    }

    @Test
    void ocspGoesWrongInTheWayThatWasAskedFor() throws Exception {
        status.ocsp(RevocationFault.UNKNOWN);
        assertThat(ask(good, pki.issuing(), true)).isInstanceOf(UnknownStatus.class);
        status.ocsp(RevocationFault.WRONG_SIGNER);
        assertThat(isSignedBy(pki.issuing())).isFalse();
        status.ocsp(RevocationFault.STALE);
        assertThat(basic(request(good, pki.issuing()), true).getResponses()[0].getNextUpdate())
                .isBefore(Instant.now());
        status.ocsp(RevocationFault.NONE);
        assertThat(isSignedBy(pki.issuing())).isTrue();
        status.ocsp(RevocationFault.SERVER_ERROR);
        assertThat(send(request(good, pki.issuing()), true).statusCode()).isEqualTo(500);
        status.ocsp(RevocationFault.GARBAGE);
        assertThat(new String(send(request(good, pki.issuing()), true).body(), StandardCharsets.UTF_8))
                .startsWith("<html>");
        status.ocsp(RevocationFault.NO_ANSWER);
        assertThatThrownBy(() -> send(request(good, pki.issuing()), true)).isInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void listsNameWhatIsRevokedAndAreSignedByTheirIssuer() throws Exception {
        X509Certificate revoked = pki.order().issue().certificate();
        pki.revoke(revoked);
        pki.revoke(pki.issuing());

        X509CRL issuing = list("/oces/issuing/1/crl/issuing.crl");
        issuing.verify(pki.issuing().getPublicKey());
        assertThat(issuing.isRevoked(revoked)).isTrue();
        assertThat(issuing.isRevoked(good)).isFalse();
        X509CRL root = list("/oces/root/crl/root.crl");
        root.verify(pki.root().getPublicKey());
        assertThat(root.isRevoked(pki.issuing())).isTrue();
    }

    @Test
    void listsGoWrongInTheWayThatWasAskedFor() throws Exception {
        status.crl(RevocationFault.WRONG_SIGNER);
        X509CRL forged = list("/oces/issuing/1/crl/issuing.crl");
        assertThatThrownBy(() -> forged.verify(pki.issuing().getPublicKey())).isInstanceOf(SignatureException.class);
        status.crl(RevocationFault.STALE);
        assertThat(list("/oces/root/crl/root.crl").getNextUpdate()).isBefore(Instant.now());
        status.crl(RevocationFault.UNKNOWN);
        assertThat(list("/oces/issuing/1/crl/issuing.crl").getIssuerX500Principal())
                .isNotEqualTo(pki.issuing().getSubjectX500Principal());
    }

    @Test
    void oneServiceServesOneHierarchy() {
        assertThatThrownBy(() -> TestPki.builder().revocation(status).build())
                .isInstanceOf(IllegalStateException.class);
    }

    private boolean isSignedBy(X509Certificate issuer) throws Exception {
        return basic(request(good, pki.issuing()), true)
                .isSignatureValid(new JcaContentVerifierProviderBuilder()
                        .setProvider(new BouncyCastleProvider())
                        .build(issuer));
    }

    private CertificateStatus ask(X509Certificate certificate, X509Certificate issuer, boolean post) throws Exception {
        CertificateStatus answer =
                basic(request(certificate, issuer), post).getResponses()[0].getCertStatus();
        return answer == null ? CertificateStatus.GOOD : answer;
    }

    private BasicOCSPResp basic(byte[] request, boolean post) throws Exception {
        BasicOCSPResp answer = (BasicOCSPResp) new OCSPResp(send(request, post).body()).getResponseObject();
        assertThat(answer.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce))
                .isNotNull();
        return answer;
    }

    private HttpResponse<byte[]> send(byte[] request, boolean post) throws Exception {
        URI address = URI.create(status.address() + "/ocsp"
                + (post
                        ? ""
                        : "/"
                                + URLEncoder.encode(
                                        Base64.getEncoder().encodeToString(request), StandardCharsets.UTF_8)));
        HttpRequest.Builder call = HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2));
        if (post) {
            call.POST(HttpRequest.BodyPublishers.ofByteArray(request));
        }
        return http.send(call.build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private X509CRL list(String path) throws Exception {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(status.address() + path)).build();
        byte[] body =
                http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
        return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(body));
    }

    private static byte[] request(X509Certificate certificate, X509Certificate issuer) throws Exception {
        CertificateID id = new CertificateID(
                new JcaDigestCalculatorProviderBuilder().build().get(CertificateID.HASH_SHA1),
                new JcaX509CertificateHolder(issuer),
                certificate.getSerialNumber());
        return new OCSPReqBuilder()
                .addRequest(id)
                .setRequestExtensions(new Extensions(
                        new Extension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce, false, new byte[] {4, 2, 1, 2})))
                .build()
                .getEncoded();
    }

    private static String text(X509Certificate certificate, String oid) {
        return new String(certificate.getExtensionValue(oid), StandardCharsets.ISO_8859_1);
    }
}
