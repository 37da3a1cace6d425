package dk.borgerbro.digitalpost.memo;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.error.Finding;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeFilenameTest {
    @ParameterizedTest
    @CsvSource({
        "'Svar: ja/nej?.pdf', 'Svar_ ja_nej_.pdf'",
        "'a<b>c:d\"e\\f|g*h.pdf', a_b_c_d_e_f_g_h.pdf",
        "'a\u00A0b\u2003c\u3000d.pdf', 'a b c d.pdf'",
        "'to\r\nlinjer.pdf', 'to  linjer.pdf'",
        "'a\tb\u0001c.pdf', 'a b_c.pdf'",
        "'', dokument",
        "'   ', dokument",
        "'.pdf', dokument.pdf"
    })
    void whatNamesMustNotHoldIsReplaced(String proposed, String expected) {
        SafeFilename safe = SafeFilename.of(proposed);
        assertThat(safe.name()).isEqualTo(expected);
        assertThat(safe.findings()).isNotEmpty().noneMatch(Finding::isError);
    }

    @ParameterizedTest
    @ValueSource(strings = {"brev.pdf", "Afgørelse æøå (2) – endelig.pdf", "uden endelse", "漢字😀.txt", "a.b.c"})
    void goodNamesStay(String name) {
        assertThat(SafeFilename.of(name)).isEqualTo(new SafeFilename(name, List.of()));
    }

    @Test
    void eachKindOfCharacterIsNamedOnceAndTheNameIsNot() {
        SafeFilename safe = SafeFilename.of("hemmelig?:?:.pdf");
        assertThat(safe.findings()).hasSize(2).allSatisfy(finding -> {
            assertThat(finding.rule()).isEqualTo("V11");
            assertThat(finding.message()).containsPattern("U\\+00(3A|3F)").doesNotContain("hemmelig");
        });
        assertThat(safe.toString()).doesNotContain("hemmelig");
    }

    @Test
    void longNamesAreCutBeforeTheExtensionAndBetweenCharacters() {
        SafeFilename safe = SafeFilename.of("😀".repeat(300) + ".pdf");
        assertThat(safe.name()).isEqualTo("😀".repeat(252) + ".pdf");
        assertThat(safe.findings()).extracting(Finding::rule).containsExactly("V06");
        assertThat(SafeFilename.of("x".repeat(300) + ". et helt afsnit").name()).hasSize(256);
    }

    @Test
    void whateverIsProposedTheValidatorTakesAndASecondRepairChangesNothing() {
        for (long seed = 0; seed < 2000; seed++) {
            String proposed = noise(new Random(seed));
            SafeFilename safe = SafeFilename.of(proposed);
            assertThat(errors(safe.name())).as("seed %d", seed).isEmpty();
            assertThat(SafeFilename.of(safe.name()).findings())
                    .as("seed %d", seed)
                    .isEmpty();
        }
    }

    private static String noise(Random random) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(random.nextBoolean() ? 20 : 400);
        for (int i = 0; i < length; i++) {
            switch (random.nextInt(5)) {
                case 0 -> text.append((char) random.nextInt(0x10000));
                case 1 -> text.append("<>:\"/\\|?*\r\n .".charAt(random.nextInt(13)));
                case 2 -> text.append((char) (0x2000 + random.nextInt(0x70)));
                default -> text.append((char) ('a' + random.nextInt(26)));
            }
        }
        return text.toString();
    }

    private static List<Finding> errors(String filename) {
        Message minimum = OfficialExamples.minimum();
        return MemoValidator.forSending()
                .validate(minimum.toBuilder()
                        .body(minimum.body().orElseThrow().toBuilder()
                                .mainDocument(MainDocument.of(
                                        new File("application/pdf", filename, "da", ContentSource.of(new byte[] {1}))))
                                .build())
                        .build())
                .stream()
                .filter(Finding::isError)
                .toList();
    }
}
