package dk.borgerbro.eid;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class IncomingRequestTest {
    /** So nothing that Host or X-Forwarded-Host say can have a say: no check could ask for it. */
    @Test
    void noAddressAndNoHeaderThatNamesAHostCanBeHandedOver() { // S26
        assertThat(Arrays.stream(IncomingRequest.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(method -> !Modifier.isStatic(method.getModifiers()))
                        .map(Method::getName))
                .containsExactlyInAnyOrder("method", "contentType", "rawQuery", "body", "toString");
    }

    @Test
    void whatCameIsThereAndNotPrinted() throws IOException {
        byte[] body = "SAMLResponse=hemmelig".getBytes(StandardCharsets.US_ASCII);
        IncomingRequest request =
                IncomingRequest.of("POST", "text/plain", "SAMLRequest=hemmelig", new ByteArrayInputStream(body));

        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.contentType()).isEqualTo("text/plain");
        assertThat(request.rawQuery()).isEqualTo("SAMLRequest=hemmelig");
        assertThat(request.body().readAllBytes()).isEqualTo(body);
        assertThat(request.toString()).contains("POST").doesNotContain("hemmelig");
        assertThat(IncomingRequest.get("").body().readAllBytes()).isEmpty();
    }
}
