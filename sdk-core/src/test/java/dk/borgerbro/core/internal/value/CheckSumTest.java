package dk.borgerbro.core.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class CheckSumTest {
    @Test
    void luhnAgreesWithPublishedNumbers() {
        assertThat(CheckSum.luhnCheckDigit("7992739871")).isEqualTo(3); // the example of ISO/IEC 7812-1 texts
        assertThat(CheckSum.luhnCheckDigit("00000000012345")).isEqualTo(5);
        assertThat(CheckSum.luhnCheckDigit("12345678901234")).isEqualTo(7);
        assertThat(CheckSum.luhnCheckDigit("2")).isEqualTo(6); // the example slip of a Danish form printer
        assertThat(CheckSum.luhnCheckDigit("0")).isZero();
    }

    @Test
    void luhnDoesNotDependOnLeadingZeros() {
        Random random = new Random(71);
        for (int i = 0; i < 1_000; i++) {
            String digits = Long.toString(random.nextLong(1_000_000_000_000L));
            assertThat(CheckSum.luhnCheckDigit("0000" + digits)).isEqualTo(CheckSum.luhnCheckDigit(digits));
        }
    }

    @Test
    void luhnFindsEveryWrongDigit() {
        String digits = "12345678901234";
        for (int at = 0; at < digits.length(); at++) {
            for (char other = '0'; other <= '9'; other++) {
                if (other != digits.charAt(at)) {
                    String wrong = digits.substring(0, at) + other + digits.substring(at + 1);
                    assertThat(CheckSum.luhnCheckDigit(wrong)).isNotEqualTo(7);
                }
            }
        }
    }

    @Test
    void gs1AgreesWithPublishedNumbers() {
        assertThat(CheckSum.gs1CheckDigit("629104150021")).isEqualTo(3); // the example of the GS1 check digit page
        assertThat(CheckSum.gs1CheckDigit("579800981111")).isZero();
        assertThat(CheckSum.gs1CheckDigit("579800003378")).isEqualTo(8);
    }

    @Test
    void weightedSumsCoverAsManyDigitsAsThereAreWeights() {
        assertThat(CheckSum.weighted("123", new int[] {1, 10, 100})).isEqualTo(321);
        assertThat(CheckSum.weighted("129", new int[] {1, 10})).isEqualTo(21);
    }
}
