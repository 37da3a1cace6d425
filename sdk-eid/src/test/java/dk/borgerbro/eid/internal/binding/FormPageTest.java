package dk.borgerbro.eid.internal.binding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.eid.HttpAnswer;
import java.net.URI;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class FormPageTest {
    private static final URI ENDPOINT = URI.create("https://idp.example/slo?a=1&b='2'");
    private static final byte[] XML = "<x>æ</x>".getBytes(UTF_8);

    private static String page(HttpAnswer answer) {
        return new String(answer.body(), UTF_8);
    }

    private static String policy(HttpAnswer answer) {
        return answer.headers().get("Content-Security-Policy");
    }

    @Test
    void formCarriesTheMessageToTheEndpoint() {
        HttpAnswer answer = FormPage.of(ENDPOINT, MessageParameter.RESPONSE, XML, "state");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(page(answer))
                .contains("<form method=\"post\" action=\"https://idp.example/slo?a=1&amp;b=&#39;2&#39;\">")
                .contains("name=\"SAMLResponse\" value=\"" + Base64.getEncoder().encodeToString(XML) + "\"")
                .contains("name=\"RelayState\" value=\"state\"");
        assertThat(page(FormPage.of(ENDPOINT, MessageParameter.REQUEST, XML, "")))
                .contains("name=\"SAMLRequest\"")
                .doesNotContain("RelayState");
    }

    @Test
    void whatTheOtherSideGaveCannotLeaveItsPlace() {
        String evil = "\"'><script>alert(1)</script>&lt;%s%n";

        assertThat(page(FormPage.of(ENDPOINT, MessageParameter.RESPONSE, XML, evil)))
                .contains("value=\"&quot;&#39;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;lt;%s%n\"")
                .containsOnlyOnce("<script>");
    }

    @Test
    void onlyTheScriptThatSubmitsMayRun() throws Exception {
        HttpAnswer answer = FormPage.of(ENDPOINT, MessageParameter.RESPONSE, XML, "");
        Matcher script = Pattern.compile("<script>(.*)</script>").matcher(page(answer));
        assertThat(script.find()).isTrue();
        byte[] hash =
                MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(UTF_8));

        assertThat(policy(answer))
                .contains("default-src 'none'")
                .contains("base-uri 'none'")
                .contains("script-src 'sha256-" + Base64.getEncoder().encodeToString(hash) + "';")
                .doesNotContain("unsafe");
    }

    @Test
    void formGoesOnByHttpsUnlessTheEndpointItselfIsAnother() {
        HttpAnswer plain = FormPage.of(URI.create("http://localhost:8080/slo"), MessageParameter.RESPONSE, XML, "");

        assertThat(policy(FormPage.of(ENDPOINT, MessageParameter.RESPONSE, XML, "")))
                .endsWith("form-action https:");
        assertThat(policy(plain)).endsWith("form-action https: http:");
    }

    @Test
    void browserWithoutScriptHasAButtonThatDoesNotHideTheSubmission() {
        String page = page(FormPage.of(ENDPOINT, MessageParameter.RESPONSE, XML, ""));

        assertThat(page).contains("<button>").doesNotContain("name=\"submit\"").doesNotContain("id=\"submit\"");
    }

    @Test
    void pagesAreKeptAndGuessedByNobody() {
        for (HttpAnswer answer :
                new HttpAnswer[] {FormPage.of(ENDPOINT, MessageParameter.RESPONSE, XML, ""), RefusalPage.ofLogout()}) {
            assertThat(answer.headers())
                    .containsEntry("Content-Type", "text/html; charset=utf-8")
                    .containsEntry("Cache-Control", "no-store")
                    .containsEntry("X-Content-Type-Options", "nosniff")
                    .containsEntry("Referrer-Policy", "no-referrer");
        }
        assertThat(policy(RefusalPage.ofLogout())).isEqualTo("default-src 'none'; base-uri 'none'; form-action 'none'");
        assertThat(RefusalPage.ofLogout().status()).isEqualTo(400);
    }
}
