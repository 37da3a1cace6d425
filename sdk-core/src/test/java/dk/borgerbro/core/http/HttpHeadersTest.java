package dk.borgerbro.core.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpHeadersTest {
    private final HttpHeaders headers =
            HttpHeaders.builder().add("B", "1").add("Title", "x").add("b", "2").build();

    @Test
    void namesAreComparedWithoutCaseAlsoInTurkish() {
        assertThat(headers.first("TITLE")).contains("x");
        assertThat(headers.first("title")).contains("x");
        assertThat(headers.first("b")).contains("1");
        assertThat(headers.all("B")).containsExactly("1", "2");
        assertThat(headers.first("absent")).isEmpty();
        assertThat(headers.all("absent")).isEmpty();
    }

    @Test
    void fieldsKeepTheirOrder() {
        List<String> seen = new ArrayList<>();

        headers.plus("A", "3").forEach((name, value) -> seen.add(name + "=" + value));

        assertThat(seen).containsExactly("B=1", "Title=x", "b=2", "A=3");
    }

    @Test
    void addingMakesNewFieldsAndLeavesTheOldAlone() {
        HttpHeaders more = headers.plus("A", "3");

        assertThat(headers.first("A")).isEmpty();
        assertThat(more.first("A")).contains("3");
        assertThat(HttpHeaders.builder().addAll(more).build().all("b")).hasSize(2);
    }

    @Test
    void aBuilderCanGoOnWithoutChangingWhatItBuilt() {
        HttpHeaders.Builder builder = HttpHeaders.builder().add("A", "1");
        HttpHeaders first = builder.build();

        builder.add("B", "2");

        assertThat(first.first("B")).isEmpty();
    }

    @Test
    void onlyNamesArePrinted() {
        assertThat(headers).hasToString("[b, title, b]");
        assertThat(HttpHeaders.empty()).hasToString("[]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a:", "a\r\nb", "ø", "a\u007f"})
    void aNameOutsideTheFormIsRefused(String name) {
        assertThatThrownBy(() -> headers.plus(name, "x")).isInstanceOf(IllegalArgumentException.class);
        assertThat(HttpHeaders.isField(name, "x")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret\r\nInjected: 1", "secret\n", "secret\0", "secret\u007f"})
    void aValueWithAControlCharacterIsRefusedAndNotRepeated(String value) {
        assertThatThrownBy(() -> headers.plus("X", value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("secret");
        assertThat(HttpHeaders.isField("X", value)).isFalse();
    }

    @Test
    void tabsAndDanishLettersMayStandInValues() {
        assertThat(HttpHeaders.isField("X", "a\tø")).isTrue();
    }
}
