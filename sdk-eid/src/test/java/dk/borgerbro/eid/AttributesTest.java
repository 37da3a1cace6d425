package dk.borgerbro.eid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AttributesTest {
    private static Attributes attributes() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("urn:b", List.of("1", "2"));
        values.put(OioAttribute.ALIAS.uri(), List.of("Prøve"));
        values.put("urn:a", List.of());
        return Attributes.of(values);
    }

    @Test
    void allValuesAreKeptInTheOrderReceived() {
        assertThat(attributes().names()).containsExactly("urn:b", OioAttribute.ALIAS.uri(), "urn:a");
        assertThat(attributes().values("urn:b")).containsExactly("1", "2");
        assertThat(attributes().values(OioAttribute.ALIAS)).containsExactly("Prøve");
        assertThat(attributes().values("urn:a")).isEmpty();
        assertThat(attributes().values("urn:none")).isEmpty();
    }

    @Test
    void oneOfSeveralIsNeverTakenForTheValue() {
        assertThat(attributes().value("urn:b")).isEmpty();
        assertThat(attributes().value("urn:a")).isEmpty();
        assertThat(attributes().value("urn:none")).isEmpty();
        assertThat(attributes().value(OioAttribute.ALIAS)).hasValue("Prøve");
    }

    @Test
    void aPartIsChosenByTheBeginningOfItsNames() {
        assertThat(attributes().startingWith("urn:").names()).containsExactly("urn:b", "urn:a");
        assertThat(attributes().startingWith("x")).isEqualTo(Attributes.none());
        assertThat(attributes().startingWith("x").isEmpty()).isTrue();
    }

    @Test
    void whatIsGivenIsCopiedAndWhatIsReturnedCannotBeChanged() {
        List<String> texts = new ArrayList<>(List.of("1"));
        Map<String, List<String>> values = new LinkedHashMap<>(Map.of("urn:a", texts));
        Attributes attributes = Attributes.of(values);
        texts.add("2");
        values.put("urn:b", List.of());
        assertThat(attributes.asMap()).isEqualTo(Map.of("urn:a", List.of("1")));
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> attributes.asMap().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> attributes.names().clear());
        assertThatExceptionOfType(UnsupportedOperationException.class)
                .isThrownBy(() -> attributes.values("urn:a").clear());
    }

    @Test
    void namesArePrintedAndValuesAreNot() {
        assertThat(attributes()).hasToString("Attributes[urn:b, " + OioAttribute.ALIAS.uri() + ", urn:a]");
    }

    @Test
    void theOrderOfNamesIsOfNoMeaningButThatOfValuesIs() {
        Attributes one = Attributes.of(Map.of("urn:a", List.of("1", "2")));
        assertThat(one).isEqualTo(Attributes.of(Map.of("urn:a", List.of("1", "2"))));
        assertThat(one).isNotEqualTo(Attributes.of(Map.of("urn:a", List.of("2", "1"))));
        assertThat(attributes()).isEqualTo(Attributes.of(Map.copyOf(attributes().asMap())));
    }
}
