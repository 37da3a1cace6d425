package dk.borgerbro.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.error.InvalidMessageException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BootstrapTokenTest {
    @Test
    void bytesPassThroughUnreadWhateverTheyAre() {
        BootstrapToken token = BootstrapToken.parse("AAEC\n/f7/");
        assertThat(token.bytes()).containsExactly(0, 1, 2, 0xFD, 0xFE, 0xFF);
        assertThat(token.toBase64()).isEqualTo("AAEC/f7/");
        assertThat(token)
                .isEqualTo(BootstrapToken.of(token.bytes()))
                .hasSameHashCodeAs(BootstrapToken.of(token.bytes()));
        assertThat(token).isNotEqualTo(BootstrapToken.parse("AAEC"));
    }

    @Test
    void nobodyCanChangeItFromOutside() {
        byte[] bytes = {1, 2, 3};
        BootstrapToken token = BootstrapToken.of(bytes);
        bytes[0] = 9;
        token.bytes()[1] = 9;
        assertThat(token.bytes()).containsExactly(1, 2, 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "<EncryptedAssertion/>", "AAE", "AA-C"})
    void whatIsNotBase64IsATypedFailure(String text) {
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(() -> BootstrapToken.parse(text))
                .withMessageStartingWith("login.bootstrapToken ")
                .withNoCause();
    }

    @Test
    void nothingIsPrinted() {
        assertThat(BootstrapToken.parse("AAEC")).hasToString("BootstrapToken(hidden)");
    }
}
