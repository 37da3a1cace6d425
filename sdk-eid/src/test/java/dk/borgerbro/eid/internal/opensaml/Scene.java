package dk.borgerbro.eid.internal.opensaml;

import dk.borgerbro.testkit.nemlogin.ForgedResponse;
import dk.borgerbro.testkit.nemlogin.RegisteredServiceProvider;
import dk.borgerbro.testkit.nemlogin.SamlForge;
import dk.borgerbro.testkit.nemlogin.SimulatedUser;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** One identity provider and one service provider with two keys, made once for all tests, since keys are dear. */
final class Scene {
    private static final URI ACS = URI.create("https://sp.example/saml/acs");

    static final Scene ONLY = new Scene();

    private final SamlForge forge;
    private final TestIdentity key;
    private final TestIdentity secondKey;
    private final RegisteredServiceProvider serviceProvider;
    private final KeyPair curve = pair("EC", 256);
    private final KeyPair shortKey = pair("RSA", 1024);

    private Scene() {
        TestPki pki = TestPki.create();
        forge = SamlForge.builder(pki)
                .keyBits(2048)
                .seed(4711)
                .clock(Clock.fixed(Instant.parse("2026-11-25T08:00:00.123Z"), ZoneOffset.UTC))
                .build();
        key = pki.organisation("12345678", "Tjenesteudbyder");
        secondKey = pki.order().organisation("87654321", "Anden nøgle").ownKey().issue();
        serviceProvider = RegisteredServiceProvider.of("https://sp.example/saml", ACS, key);
    }

    SamlForge forge() {
        return forge;
    }

    ForgedResponse person() {
        return forge.response(serviceProvider, "_request", SimulatedUser.person(TestPerson.ADULT));
    }

    ForgedResponse professional() {
        return forge.response(
                serviceProvider,
                "_request",
                SimulatedUser.professional(TestPerson.SECOND_ADULT, TestOrganisation.MUNICIPALITY));
    }

    TestIdentity key() {
        return key;
    }

    TestIdentity secondKey() {
        return secondKey;
    }

    /** {@return both keys of the service provider, the primary first} */
    List<PrivateKey> privateKeys() {
        return List.of(key.privateKey(), secondKey.privateKey());
    }

    /** {@return both keys of the identity provider, and one on a curve} */
    List<PublicKey> trusted() {
        return List.of(
                forge.signer().certificate().getPublicKey(),
                forge.secondSigner().certificate().getPublicKey(),
                curve.getPublic());
    }

    /** {@return a trusted key pair on P-256} */
    KeyPair curve() {
        return curve;
    }

    /** {@return a key pair too short to be trusted} */
    KeyPair shortKey() {
        return shortKey;
    }

    static KeyPair pair(String algorithm, int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
