package dk.borgerbro.core.support;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dk.borgerbro.core.http.HttpBody;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ContentDigestTest {
    /** The first example of FIPS 180-4's test vectors. */
    private static final String OF_ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @Test
    void bytesStreamsAndBodiesHaveTheDigestOfTheStandard() throws IOException {
        byte[] abc = "abc".getBytes(US_ASCII);

        assertThat(ContentDigest.of(abc)).isEqualTo(OF_ABC);
        assertThat(ContentDigest.of(new ByteArrayInputStream(abc))).isEqualTo(OF_ABC);
        assertThat(ContentDigest.of(HttpBody.of("text/plain", abc))).isEqualTo(OF_ABC);
    }

    @Test
    void bodyThatCouldNotBeSentAfterwardsIsNotUsedUp() {
        assertThatIllegalArgumentException().isThrownBy(() -> ContentDigest.of(new OneTimeBody()));
    }

    private static final class OneTimeBody implements HttpBody {
        @Override
        public String contentType() {
            return "text/plain";
        }

        @Override
        public OptionalLong length() {
            return OptionalLong.empty();
        }

        @Override
        public boolean isRepeatable() {
            return false;
        }

        @Override
        public void writeTo(OutputStream out) {
            throw new AssertionError("must not be read");
        }
    }
}
