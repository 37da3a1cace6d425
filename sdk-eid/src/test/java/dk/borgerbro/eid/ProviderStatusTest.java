package dk.borgerbro.eid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ProviderStatusTest {
    private static final String RESPONDER = "urn:oasis:names:tc:SAML:2.0:status:Responder";
    private static final String CANCELLED = "urn:oasis:names:tc:SAML:2.0:status:AuthnFailed";

    @Test
    void ordinaryCodesAndWordsStayAsTheyAre() {
        ProviderStatus status = ProviderStatus.of(RESPONDER)
                .withSubcode(CANCELLED)
                .withMessage("Brugeren afbrød (nr. 7): prøv igen, æøå.");
        assertThat(status.code()).isEqualTo(RESPONDER);
        assertThat(status.subcode()).contains(CANCELLED);
        assertThat(status.message()).isEqualTo("Brugeren afbrød (nr. 7): prøv igen, æøå.");
        assertThat(status).hasToString(RESPONDER + " > " + CANCELLED);
    }

    @Test
    void markupIsTakenOutOfTheWords() {
        ProviderStatus status = ProviderStatus.of(RESPONDER)
                .withMessage(
                        "<script>alert('x')</script>&lt;b&gt; \"a\" `b` ${c} \u202Eright\u0000\r\nSet-Cookie: a\u001B[31m");
        assertThat(status.message()).doesNotContainPattern("[<>&\"'`$\\p{Cntrl}\u202E\\[]");
    }

    @Test
    void foreignCharactersInCodesAreReplaced() {
        assertThat(ProviderStatus.of("urn:<b>\n x").code()).isEqualTo("urn:?b???x");
        assertThat(ProviderStatus.of("a").withSubcode("b\"c").subcode()).contains("b?c");
    }

    @Test
    void longTextsAreCutWithoutHalvingACharacter() {
        assertThat(ProviderStatus.of("x".repeat(1_000_000)).code()).hasSize(200);
        String message = ProviderStatus.of(RESPONDER)
                .withMessage("a".repeat(199) + "\uD835\uDC00" + "b".repeat(1_000_000))
                .message();
        assertThat(message).isEqualTo("a".repeat(199));
    }

    @Test
    void theWordsAreNotPrinted() {
        assertThat(ProviderStatus.of(RESPONDER).withMessage("Ane Prøvesen").toString())
                .doesNotContain("Ane");
    }

    @Test
    void whateverComesTheResultIsShortAndHarmless() {
        Random random = new Random(47);
        for (int i = 0; i < 2000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(600); length > 0; length--) {
                text.append((char) random.nextInt(i % 2 == 0 ? 128 : 65536));
            }
            ProviderStatus status = ProviderStatus.of(text.toString()).withMessage(text.toString());
            assertThat(status.code()).hasSizeLessThanOrEqualTo(200).matches("[A-Za-z0-9:./_#?-]*");
            assertThat(status.message()).hasSizeLessThanOrEqualTo(200).doesNotContainPattern("[<>&\"'\\p{Cntrl}]");
        }
    }
}
