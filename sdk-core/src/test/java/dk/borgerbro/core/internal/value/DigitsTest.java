package dk.borgerbro.core.internal.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DigitsTest {
    @Test
    void digitsAreAsciiOnly() {
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            assertThat(Digits.isDigit(c)).isEqualTo("0123456789".indexOf(c) >= 0);
        }
    }

    @Test
    void lengthAndDigitsMustBothFit() {
        assertThat(Digits.areDigits("1234", 4)).isTrue();
        assertThat(Digits.areDigits("123", 4)).isFalse();
        assertThat(Digits.areDigits("12345", 4)).isFalse();
        assertThat(Digits.areDigits("12a4", 4)).isFalse();
        assertThat(Digits.areDigits("", 0)).isTrue();
    }

    @Test
    void blanksOfAllKindsGo() {
        assertThat(Digits.withoutSpacing(" 1\t2\u00A03\u202F4 ")).isEqualTo("1234");
        assertThat(Digits.withoutSpacing("   ")).isEmpty();
    }

    @Test
    void lineBreaksAndInvisibleCharactersStay() {
        assertThat(Digits.withoutSpacing("1\n2\r3\u200B4\u0000")).isEqualTo("1\n2\r3\u200B4\u0000");
    }

    @Test
    void textWithoutBlanksIsNotCopied() {
        String text = "34051178";
        assertThat(Digits.withoutSpacing(text)).isSameAs(text);
    }

    @Test
    void paddingNeverCutsOff() {
        assertThat(Digits.padded("12", 4)).isEqualTo("0012");
        assertThat(Digits.padded("1234", 4)).isEqualTo("1234");
        assertThat(Digits.padded("12345", 4)).isEqualTo("12345");
    }
}
