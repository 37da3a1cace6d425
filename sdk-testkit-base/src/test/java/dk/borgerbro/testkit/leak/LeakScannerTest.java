package dk.borgerbro.testkit.leak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeakScannerTest {
    private static final String CPR = "3112995003";
    private final LeakScanner scanner =
            new LeakScanner(Map.of(CPR, "CPR number of NOBODY"), Map.of("s3cret-value", "API token"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3112995003",
                "311299-5003",
                "311299 5003",
                "person=3112995003&x=1",
                "<cprNumber>3112995003</cprNumber>",
                "a3112995003b"
            })
    void findsCprNumbersInEveryUsualForm(String text) {
        assertThat(scanner.scan("log", text)).extracting(Leak::kind).containsExactly("CPR number of NOBODY");
    }

    @ParameterizedTest
    @ValueSource(strings = {"13112995003", "31129950031", "311299--5003", "3112995004", "311299/5003", ""})
    void takesNoOtherDigitsForACprNumber(String text) {
        assertThat(scanner.scan("log", text)).isEmpty();
    }

    @Test
    void findsRegisteredValuesInsideOtherText() {
        assertThat(scanner.scan("log", "token=s3cret-value;"))
                .containsExactly(new Leak("API token", "log", "token=<<API token>>;"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "private key (PEM) | -----BEGIN PRIVATE KEY----- MIIG",
                "private key (PEM) | -----BEGIN RSA PRIVATE KEY-----",
                "private key (PEM) | -----BEGIN ENCRYPTED PRIVATE KEY-----",
                "private key (RSA, Base64) | MIIG/gIBADANBgkqhkiG9w0BAQEFAASCBugwggbkAgEAAoIBgQDn",
                "private key (EC, Base64) | MEECAQAwEwYHKoZIzj0CAQYIKoZIzj0DAQcEJzAlAgEBBCA0",
                "signed token (JWT) | got eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl back",
                "bearer token | Authorization: Bearer 0123456789abcdef0123",
                "basic credentials | authorization: basic c3lzdGVtOnRva2VuLXZhbHVl"
            })
    void findsWhatIsConfidentialByItsShape(String kind, String text) {
        assertThat(scanner.scan("log", text)).extracting(Leak::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN PUBLIC KEY-----",
                "Authorization: Bearer (hidden)",
                "WWW-Authenticate: Basic realm=\"api\"",
                "basic troubleshooting",
                "eyJhbGciOiJSUzI1NiJ9"
            })
    void leavesHarmlessLookalikesAlone(String text) {
        assertThat(scanner.scan("log", text)).isEmpty();
    }

    @Test
    void reportsEveryKindOnce() {
        List<Leak> leaks = scanner.scan("log", CPR + " s3cret-value " + CPR + " s3cret-value");
        assertThat(leaks).extracting(Leak::kind).containsExactly("API token", "CPR number of NOBODY");
    }

    @Test
    void neverRepeatsAConfidentialValue() {
        String text = "to 311299-5003 with s3cret-value, eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJub2JvZHkifQ.c2lnbmF0dXJl"
                + " and -----BEGIN PRIVATE KEY-----\nMIIGabcdef\n-----END PRIVATE KEY-----";
        assertThat(scanner.scan("log", text))
                .hasSize(4)
                .allSatisfy(leak -> assertThat(leak.toString())
                        .doesNotContain("5003", "s3cret", "c2lnbmF0dXJl", "MIIGabcdef")
                        .contains("<<" + leak.kind() + ">>"));
    }

    @Test
    void showsOnlyTheSurroundingsOfALongText() {
        String text = "x".repeat(10_000) + CPR + "y".repeat(10_000);
        assertThat(scanner.scan("log", text).get(0).excerpt())
                .hasSizeLessThan(300)
                .contains("<<CPR number of NOBODY>>");
    }

    @Test
    void refusesToRegisterWhatLooksLikeAnyWord() {
        assertThatThrownBy(() -> Confidential.register("PIN", "1234"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a PIN of 4 characters cannot be told from ordinary text; use a longer one");
    }

    @Test
    void findsValuesThatAreRegisteredLater() {
        LeakLog log = LeakLog.ofTestPersonsAndRegisteredValues();
        String value = Confidential.register("late token", "late-c0mer-" + System.nanoTime());
        log.see("log", "now " + value);
        assertThat(log.drain()).extracting(Leak::kind).containsExactly("late token");
        assertThat(log.drain()).isEmpty();
    }
}
