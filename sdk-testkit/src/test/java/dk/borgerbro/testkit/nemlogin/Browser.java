package dk.borgerbro.testkit.nemlogin;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: keeps cookies, reads forms, presses buttons. */
final class Browser {
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">");
    private static final Pattern ACTION = Pattern.compile("<form method=\"post\" action=\"([^\"]*)\">");

    private final HttpClient client;
    private URI at = URI.create("about:blank");
    private HttpResponse<String> page;

    Browser(NemLogInSimulator idp) {
        CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
        HttpClient.Builder builder = HttpClient.newBuilder().cookieHandler(cookies);
        if (idp.baseUri().getScheme().equals("https")) {
            builder.sslContext(idp.pki().server().sslContext(idp.pki().root()));
        }
        client = builder.build();
    }

    Browser open(URI address) throws Exception {
        at = address;
        page = client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString());
        return this;
    }

    /** Sends the page's form with what is in it and what is added. */
    Browser submit(Map<String, String> more) throws Exception {
        Map<String, String> fields = hidden();
        fields.putAll(more);
        return post(action(), fields);
    }

    Browser post(URI address, Map<String, String> fields) throws Exception {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        at = address;
        page = client.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return this;
    }

    int status() {
        return page.statusCode();
    }

    String text() {
        return page.body();
    }

    URI location() {
        return URI.create(page.headers().firstValue("Location").orElseThrow());
    }

    HttpResponse<String> page() {
        return Objects.requireNonNull(page);
    }

    URI action() {
        Matcher form = ACTION.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("no form on the page: " + page.body());
        }
        return at.resolve(unescape(form.group(1)));
    }

    Map<String, String> hidden() {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher input = HIDDEN.matcher(page.body());
        while (input.find()) {
            fields.put(input.group(1), unescape(input.group(2)));
        }
        return fields;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private static String unescape(String text) {
        return text.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
