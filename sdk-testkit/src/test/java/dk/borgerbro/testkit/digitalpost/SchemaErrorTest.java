package dk.borgerbro.testkit.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.testkit.digitalpost.Refusal.FieldError;
import org.junit.jupiter.api.Test;

class SchemaErrorTest {
    @Test
    void takesCodeAndValueOutOfTheValidatorsMessage() {
        assertThat(SchemaError.read(
                        "a/b", "cvc-pattern-valid: Value 'x y' is not facet-valid with respect to pattern 'z'."))
                .isEqualTo(new FieldError(
                        "a/b",
                        "cvc-pattern-valid",
                        "Value 'x y' is not facet-valid with respect to pattern 'z'.",
                        "x y"));
    }

    @Test
    void takesNoElementNameForAValue() {
        assertThat(SchemaError.read("a", "cvc-complex-type.2.4.a: Invalid content was found starting with element 'b'.")
                        .rejectedValue())
                .isEmpty();
    }

    @Test
    void keepsAMessageOfAnotherForm() {
        assertThat(SchemaError.read("a", "something else")).isEqualTo(new FieldError("a", "xsd", "something else", ""));
    }

    @Test
    void printsNoValue() {
        assertThat(new FieldError("a", "c", "Value 'secret'", "secret")).hasToString("c at a");
    }
}
