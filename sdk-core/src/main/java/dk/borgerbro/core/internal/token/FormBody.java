package dk.borgerbro.core.internal.token;

import dk.borgerbro.core.http.HttpBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Builds an {@code application/x-www-form-urlencoded} body. */
final class FormBody {
    private final StringBuilder form = new StringBuilder();

    FormBody field(String name, String value) {
        if (!form.isEmpty()) {
            form.append('&');
        }
        form.append(name).append('=').append(encode(value));
        return this;
    }

    HttpBody build() {
        return HttpBody.of("application/x-www-form-urlencoded", form.toString().getBytes(StandardCharsets.UTF_8));
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
