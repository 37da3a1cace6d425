package dk.borgerbro.examples.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdCommandTest {
    private static final String CPR = "0101364004";

    @ParameterizedTest
    @CsvSource({
        "0101364004, cpr",
        "010136-4004, cpr",
        "34051178, cvr",
        "DK34051178, cvr",
        "1999999999, p-number",
        "5798009811110, gln",
        "DK5000400440116243, iban",
        "8109 0001000539, account",
        "81090001000539, account",
        "+71<000000000123455+81234560<, payment-slip"
    })
    void theFormOfAValueTellsItsKind(String value, String kind) throws IOException {
        Run run = Run.of("id", "check", "--json", value);

        assertThat(run.only().get("kind").textValue()).isEqualTo(kind);
        assertThat(run.only().get("ok").booleanValue()).isTrue();
        assertThat(run.exit()).isZero();
    }

    @Test
    void aCprNumberIsMaskedAndItsFactsAreTold() throws IOException {
        Run run = Run.of("id", "check", "--json", CPR);

        assertThat(run.out()).doesNotContain(CPR).doesNotContain("010136");
        JsonNode facts = run.only().get("facts");
        assertThat(facts.get("modulus11").booleanValue()).isFalse();
        assertThat(facts.get("constructed").booleanValue()).isFalse();
    }

    @Test
    void theTextForPeopleMasksTheSame() {
        Run run = Run.of("id", "check", CPR, "12345678");

        assertThat(run.out()).contains("ok").contains("not ok").doesNotContain(CPR);
        assertThat(run.exit()).isEqualTo(1);
    }

    @Test
    void aPersonalValueIsPrintedOnDemand() {
        assertThat(Run.of("id", "check", "--json", "--show-personal", CPR).out())
                .contains(CPR);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "2902000004",
                "DK5100400440116243",
                "+71<000000000123456+81234560<",
                "hello",
                "0000000000",
                "12"
            })
    void aWrongValueHasAFindingAndNeverItsOwnText(String value) throws IOException {
        Run run = Run.of("id", "check", "--json", value);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.only().get("ok").booleanValue()).isFalse();
        assertThat(run.only().get("findings")).isNotEmpty();
        assertThat(run.only().get("findings").get(0).get("severity").textValue())
                .isEqualTo("error");
        assertThat(run.out()).doesNotContain(value);
    }

    @Test
    void oneLinePerValueInTheOrderGiven() throws IOException {
        List<JsonNode> lines = Run.of("id", "check", "--json", "34051178", "5798009811110", "12345678")
                .lines();

        assertThat(lines).extracting(line -> line.get("kind").textValue()).containsExactly("cvr", "gln", "cvr");
    }

    @Test
    void theKindCanBeNamed() throws IOException {
        Run run = Run.of("id", "check", "--json", "--as", "se", "34051178");

        assertThat(run.only().get("kind").textValue()).isEqualTo("se");
    }

    @Test
    void wrongUsageEndsWithTwoAndNoStackTrace() {
        Run run = Run.of("id", "check");

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.err()).contains("VALUE").doesNotContain("\tat ");
    }
}
