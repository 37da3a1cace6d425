package dk.borgerbro.eid.internal.opensaml;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.SamlEngine;
import dk.borgerbro.eid.oracle.JdkEngine;
import dk.borgerbro.testkit.nemlogin.ForgedResponse;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;

/** Puts a response before both engines, which must agree on the verdict and on everything that was read. */
final class Both {
    static final SamlEngine ENGINE = OpenSamlEngine.create();
    static final SamlEngine ORACLE = new JdkEngine();

    private Both() {}

    static AssertionContent accept(ForgedResponse response) {
        Verdict verdict = verdict(bytes(response));
        assertThat(verdict.word()).isEqualTo(Verdict.ACCEPTED);
        return verdict.content().orElseThrow();
    }

    static AssertionContent accept(ForgedResponse response, List<PublicKey> trusted) {
        Verdict verdict = verdict(bytes(response), Scene.ONLY.privateKeys(), trusted, false);
        assertThat(verdict.word()).isEqualTo(Verdict.ACCEPTED);
        return verdict.content().orElseThrow();
    }

    static void refuse(ForgedResponse response, EngineCheck check) {
        refuse(bytes(response), check);
    }

    static void refuse(byte[] xml, EngineCheck check) {
        assertThat(verdict(xml).word()).isEqualTo(check.name());
    }

    static Verdict verdict(byte[] xml) {
        return verdict(xml, Scene.ONLY.privateKeys(), Scene.ONLY.trusted(), false);
    }

    static Verdict verdict(byte[] xml, List<PrivateKey> keys, List<PublicKey> trusted, boolean authenticatedOnly) {
        Verdict first = Verdict.of(ENGINE, xml, keys, trusted, authenticatedOnly);
        Verdict second = Verdict.of(ORACLE, xml, keys, trusted, authenticatedOnly);
        assertThat(first.word()).as("engine against oracle").isEqualTo(second.word());
        assertThat(first.fields()).isEqualTo(second.fields());
        assertThat(first.content()).isEqualTo(second.content());
        return first;
    }

    static byte[] bytes(ForgedResponse response) {
        return response.issue().xml().getBytes(StandardCharsets.UTF_8);
    }
}
