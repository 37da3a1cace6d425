package dk.borgerbro.eid.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/sager",
                "/sager/7?side=2&vis=alle#top",
                "/s%C3%B8g?q=a%20b",
                "/a//b",
                "/~bruger/'x'",
                "/@other"
            })
    void pathsOfTheApplicationAreTaken(String path) {
        assertThat(ReturnPath.problem(path)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sager",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "/a\\b",
                "https://evil.example",
                "javascript:alert(1)",
                " /sager",
                "/\t/evil.example",
                "/\n/evil.example",
                "/sager\r\nSet-Cookie: a=b",
                "/sager side",
                "/søg",
                "/a\u0000",
                "/a\u007f",
                "/\"onclick",
                "/<b>",
                "/\u2028"
            })
    void whatABrowserCouldTakeForAnotherPlaceIsNot(String path) {
        assertThat(ReturnPath.problem(path)).isPresent().get().asString().doesNotContain("evil");
    }

    @Test
    void pathsHaveALimit() {
        assertThat(ReturnPath.problem("/" + "a".repeat(1999))).isEmpty();
        assertThat(ReturnPath.problem("/" + "a".repeat(2000))).isPresent();
    }

    @Test
    void whateverIsTakenStaysOnTheHost() {
        Random random = new Random(46);
        String alphabet = "/\\.:@?#% \t\nab%2f<;&'";
        URI page = URI.create("https://selvbetjening.example/saml/acs");
        int taken = 0;
        for (int i = 0; i < 50_000; i++) {
            StringBuilder path = new StringBuilder("/");
            for (int length = random.nextInt(6); length > 0; length--) {
                path.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            if (ReturnPath.problem(path.toString()).isEmpty()
                    && !path.toString().matches(".*%(?![0-9a-f]{2}).*|.*#.*#.*")) {
                taken++;
                assertThat(page.resolve(path.toString()).getHost())
                        .as("%s", path)
                        .isEqualTo(page.getHost());
            }
        }
        assertThat(taken).isGreaterThan(5000);
    }
}
