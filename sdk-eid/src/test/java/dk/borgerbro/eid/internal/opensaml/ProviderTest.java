package dk.borgerbro.eid.internal.opensaml;

import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.AES128_CBC;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.AES128_GCM;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.AES192_GCM;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.AES256_CBC;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.AES256_GCM;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.ECDSA_SHA256;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.ECDSA_SHA384;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.ECDSA_SHA512;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.MGF1_SHA1;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.MGF1_SHA256;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.MGF1_SHA512;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.PSS_SHA256;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.PSS_SHA384;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.PSS_SHA512;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.RSA_SHA256;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.RSA_SHA384;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.RSA_SHA512;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.SHA1;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.SHA256;
import static dk.borgerbro.testkit.nemlogin.SamlAlgorithms.SHA512;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import dk.borgerbro.eid.internal.saml.SamlEngine;
import dk.borgerbro.testkit.nemlogin.ForgedResponse;
import dk.borgerbro.testkit.nemlogin.SignatureRecipe;
import java.security.NoSuchAlgorithmException;
import java.security.Provider;
import java.security.Security;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** A provider that the application hands over does the work, without ever being registered. */
class ProviderTest {
    private final Scene scene = Scene.ONLY;

    @Test
    void reachesDecryptionAndSignatureUnregistered() {
        Counting provider = new Counting("Cipher.RSA", "Cipher.AES/GCM/NoPadding", "Signature.SHA256withRSA");

        assertThat(word(OpenSamlEngine.on(provider), scene.person())).isEqualTo(Verdict.ACCEPTED);
        assertThat(provider.used).containsOnlyKeys("RSA", "AES/GCM/NoPadding", "SHA256withRSA");
        assertThat(Security.getProvider(provider.getName())).isNull();
    }

    @Test
    void givesWayWhereTheProviderLacksAnAlgorithm() {
        SamlEngine engine = OpenSamlEngine.on(new Counting());

        assertThat(word(engine, scene.person())).isEqualTo(Verdict.ACCEPTED);
        assertThat(word(engine, scene.person().withSignature(recipe -> recipe.withAlgorithm(PSS_SHA256))))
                .isEqualTo(Verdict.ACCEPTED);
    }

    @Test
    void readsEveryAllowedFormWithANativeProvider() {
        assumeTrue(
                AmazonCorrettoCryptoProvider.INSTANCE.getLoadingError() == null,
                "the native provider is made for another platform than this");
        SamlEngine engine = OpenSamlEngine.on(AmazonCorrettoCryptoProvider.INSTANCE);
        List<ForgedResponse> good = new ArrayList<>();
        for (String digest : new String[] {"", SHA1, SHA256, SHA512}) {
            good.add(scene.person().withEncryption(recipe -> recipe.withOaepMgf1p(digest)));
            for (String mask : new String[] {MGF1_SHA1, MGF1_SHA256, MGF1_SHA512}) {
                good.add(scene.person().withEncryption(recipe -> recipe.withOaep(digest, mask)));
            }
        }
        for (String cipher : new String[] {AES128_CBC, AES256_CBC, AES128_GCM, AES192_GCM, AES256_GCM}) {
            good.add(scene.person().withEncryption(recipe -> recipe.withBlockCipher(cipher)));
        }
        for (String algorithm : new String[] {RSA_SHA256, RSA_SHA384, RSA_SHA512, PSS_SHA256, PSS_SHA384, PSS_SHA512}) {
            good.add(scene.person().withSignature(recipe -> recipe.withAlgorithm(algorithm)));
        }
        for (String algorithm : new String[] {ECDSA_SHA256, ECDSA_SHA384, ECDSA_SHA512}) {
            good.add(scene.person()
                    .withSignature(
                            SignatureRecipe.by(scene.curve().getPrivate()).withAlgorithm(algorithm)));
        }

        assertThat(good)
                .allSatisfy(response -> assertThat(word(engine, response)).isEqualTo(Verdict.ACCEPTED));
        assertThat(word(engine, scene.person().changeSignedAssertion(one -> one.set("Subject/NameID", "evil"))))
                .isEqualTo("SIGNATURE_KEY");
    }

    private String word(SamlEngine engine, ForgedResponse response) {
        return Verdict.of(engine, Both.bytes(response), scene.privateKeys(), scene.trusted(), false)
                .word();
    }

    /** Lends what the JDK's providers can do, and counts. */
    private static final class Counting extends Provider {
        private static final long serialVersionUID = 1L;
        private final transient Map<String, Integer> used = new ConcurrentHashMap<>();

        Counting(String... services) {
            super("Counting", "1", "counts");
            for (String service : services) {
                String type = service.substring(0, service.indexOf('.'));
                putService(new Lent(type, service.substring(type.length() + 1)));
            }
        }

        /** One service. */
        private final class Lent extends Service {
            private final Service real;

            Lent(String type, String algorithm) {
                super(Counting.this, type, algorithm, Counting.class.getName(), null, Map.of());
                real = Arrays.stream(Security.getProviders())
                        .map(provider -> provider.getService(type, algorithm))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow();
            }

            @Override
            public Object newInstance(Object parameter) throws NoSuchAlgorithmException {
                used.merge(getAlgorithm(), 1, Integer::sum);
                return real.newInstance(parameter);
            }
        }
    }
}
