package dk.borgerbro.core.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceCallTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/from/the/root",
                "../up",
                "a/../../up",
                "a#b",
                "mailto:x",
                ".."
            })
    void aPathThatLeadsOutOfTheEnvironmentIsRefused(String path) {
        assertThatThrownBy(() -> build(path)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a/b/", "a..b", "a%2Fb", "a?x=1", "?x=..%2F"})
    void aPathBelowTheEnvironmentPasses(String path) {
        assertThat(build(path).path()).hasToString(path);
    }

    @Test
    void queryValuesAreEncoded() {
        ServiceCall<String> call = ServiceCall.builder("find", CallKind.READ, "GET", "a", answer -> "")
                .query("x", "1&y=2/../ø")
                .query("z", "#")
                .build();

        assertThat(call.path()).hasToString("a?x=1%26y%3D2%2F..%2F%C3%B8&z=%23");
    }

    @Test
    void onlyTheOperationIsPrinted() {
        assertThat(build("people/0101701234")).hasToString("ServiceCall(find)");
    }

    private static ServiceCall<String> build(String path) {
        return ServiceCall.builder("find", CallKind.READ, "GET", path, answer -> "")
                .build();
    }
}
