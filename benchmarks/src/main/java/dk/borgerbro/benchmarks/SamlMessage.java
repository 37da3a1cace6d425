package dk.borgerbro.benchmarks;

import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.saml.SamlEngine;
import dk.borgerbro.testkit.nemlogin.IssuedResponse;
import dk.borgerbro.testkit.nemlogin.RegisteredServiceProvider;
import dk.borgerbro.testkit.nemlogin.SamlForge;
import dk.borgerbro.testkit.nemlogin.SimulatedUser;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;

/** A response as NemLog-in sends it, and its pieces for those who want to do the mathematics only. */
final class SamlMessage {
    private static final Pattern CIPHER_VALUE = Pattern.compile("<xenc:CipherValue>([^<]*)<");
    private static final OAEPParameterSpec OAEP =
            new OAEPParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT);

    private final PrivateKey key;
    private final PublicKey signer;
    private final String form;
    private final String wrappedKey;
    private final String content;
    private final byte[] assertion;
    private final byte[] signedInfo;
    private final String signatureValue;

    private SamlMessage(IssuedResponse response, PrivateKey key, PublicKey signer) {
        this.key = key;
        this.signer = signer;
        this.form = response.formValue();
        Matcher values = CIPHER_VALUE.matcher(response.xml());
        this.wrappedKey = next(values);
        this.content = next(values);
        String text = response.assertionXml();
        this.assertion =
                text.replaceFirst("(?s)<ds:Signature.*</ds:Signature>", "").getBytes(StandardCharsets.UTF_8);
        this.signedInfo = text.replaceFirst("(?s).*(<ds:SignedInfo.*</ds:SignedInfo>).*", "$1")
                .getBytes(StandardCharsets.UTF_8);
        this.signatureValue = text.replaceFirst("(?s).*<ds:SignatureValue[^>]*>([^<]*)<.*", "$1");
    }

    static SamlMessage withKeysOf(int bits) {
        TestPki pki = TestPki.create();
        SamlForge forge = SamlForge.builder(pki).keyBits(bits).seed(1).build();
        TestIdentity own = pki.order()
                .organisation("12345678", "Service provider")
                .ownKey()
                .keyBits(bits)
                .issue();
        RegisteredServiceProvider to =
                RegisteredServiceProvider.of("https://sp.example/saml", URI.create("https://sp.example/acs"), own);
        SimulatedUser user = SimulatedUser.professional(TestPerson.ADULT, TestOrganisation.MUNICIPALITY);
        IssuedResponse response = forge.response(to, "_request", user).issue();
        return new SamlMessage(
                response, own.privateKey(), forge.signer().certificate().getPublicKey());
    }

    AssertionContent by(SamlEngine engine) throws Refusal {
        return engine.readResponse(Base64.getDecoder().decode(form))
                .encryptedAssertions()
                .get(0)
                .open(List.of(key), true)
                .verify(List.of(signer));
    }

    boolean byBareJca() throws GeneralSecurityException {
        Base64.getDecoder().decode(form);
        Cipher rsa = Cipher.getInstance("RSA/ECB/OAEPPadding");
        rsa.init(Cipher.DECRYPT_MODE, key, OAEP);
        byte[] contentKey = rsa.doFinal(Base64.getDecoder().decode(wrappedKey));
        byte[] octets = Base64.getDecoder().decode(content);
        Cipher aes = Cipher.getInstance("AES/GCM/NoPadding");
        aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(contentKey, "AES"), new GCMParameterSpec(128, octets, 0, 12));
        aes.doFinal(octets, 12, octets.length - 12);
        MessageDigest.getInstance("SHA-256").digest(assertion);
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(signer);
        signature.update(signedInfo);
        return signature.verify(Base64.getDecoder().decode(signatureValue));
    }

    private static String next(Matcher matcher) {
        if (!matcher.find()) {
            throw new IllegalStateException("the response holds no such value");
        }
        return matcher.group(1);
    }
}
