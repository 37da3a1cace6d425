package dk.borgerbro.eid.internal.binding;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.eid.IncomingRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody may send as a form: R1 and S49. */
class FormReaderTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final byte[] XML = "<samlp:Response>æ &amp; ~~~???>>></samlp:Response>".getBytes(UTF_8);
    private static final String BASE64 = Base64.getEncoder().encodeToString(XML);
    private static final String FIELD = "SAMLResponse=" + URLEncoder.encode(BASE64, UTF_8);

    private static IncomingRequest post(String contentType, String body) {
        return IncomingRequest.post(contentType, new ByteArrayInputStream(body.getBytes(ISO_8859_1)));
    }

    private static BoundMessage read(String body) throws TransportFault {
        return FormReader.read(post(FORM, body), Set.of(MessageParameter.RESPONSE));
    }

    private static void assertRefused(IncomingRequest request, String path) {
        assertThatExceptionOfType(TransportFault.class)
                .isThrownBy(() -> FormReader.read(request, Set.of(MessageParameter.RESPONSE)))
                .satisfies(fault -> assertThat(fault.path()).isEqualTo(path))
                .satisfies(fault -> assertThat(fault).hasNoCause());
    }

    private static void assertRefused(String body) {
        assertRefused(post(FORM, body), "SAMLResponse");
    }

    @Test
    void fieldIsReadWithItsRelayState() throws TransportFault {
        BoundMessage read = read("RelayState=a+b%2Bc&" + FIELD + "&submit=OK");

        assertThat(read.xml()).isEqualTo(XML);
        assertThat(read.parameter()).isEqualTo(MessageParameter.RESPONSE);
        assertThat(read.relayState()).contains("a b+c");
        assertThat(read).hasToString("BoundMessage(RESPONSE, content hidden)");
        assertThat(read(FIELD).relayState()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                FORM,
                "application/x-www-form-urlencoded;charset=UTF-8",
                "APPLICATION/X-WWW-FORM-URLENCODED ; charset=iso-8859-1"
            })
    void formIsKnownByItsMediaType(String contentType) throws TransportFault {
        IncomingRequest request = post(contentType, FIELD);

        assertThat(FormReader.isForm(request)).isTrue();
        assertThat(FormReader.read(request, Set.of(MessageParameter.RESPONSE)).xml())
                .isEqualTo(XML);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "text/xml", "multipart/form-data; boundary=x", "application/x-www-form-urlencoded2", ";"})
    void otherMediaTypeIsRefused(String contentType) {
        assertThat(FormReader.isForm(post(contentType, FIELD))).isFalse();
        assertRefused(post(contentType, FIELD), "Content-Type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "HEAD", "post", ""})
    void otherMethodThanPostIsRefused(String method) {
        IncomingRequest request = IncomingRequest.of(method, FORM, "", new ByteArrayInputStream(FIELD.getBytes(UTF_8)));

        assertThat(FormReader.isForm(request)).isFalse();
        assertRefused(request, "method");
    }

    @Test
    void messageInTheQueryOfAPostDoesNotCount() {
        assertRefused(IncomingRequest.of("POST", FORM, FIELD, InputStream.nullInputStream()), "SAMLResponse");
    }

    @Test
    void missingAndRepeatedMessagesAreRefused() {
        assertRefused("");
        assertRefused("RelayState=x");
        assertRefused("samlresponse=AAAA");
        assertRefused(FIELD + "&" + FIELD);
        assertRefused(FIELD + "&SAMLResponse=");
        assertRefused("SAMLResponse&" + FIELD);
        assertRefused(FIELD + "&%53AMLResponse=AAAA");
        assertRefused("SAMLRequest=AAAA");
        assertRefused(post(FORM, FIELD + "&SAMLRequest=AAAA"), "SAMLRequest");
        assertRefused(post(FORM, FIELD + "&RelayState=a&RelayState=b"), "RelayState");
    }

    @Test
    void requestIsTakenWhereBothAre() throws TransportFault {
        BoundMessage read = FormReader.read(post(FORM, "SAMLRequest=AAAA"), EnumSet.allOf(MessageParameter.class));

        assertThat(read.parameter()).isEqualTo(MessageParameter.REQUEST);
    }

    @Test
    void linesMayBeBrokenAndNothingElseMayStandInside() throws TransportFault {
        String broken = BASE64.substring(0, 20) + "\r\n" + BASE64.substring(20) + "\n";

        assertThat(read("SAMLResponse=" + URLEncoder.encode(broken, UTF_8)).xml())
                .isEqualTo(XML);
        for (String wrong : new String[] {" ", "\t", "\u0000", "=", "-", "_", ".", "\u00A0", "ß"}) {
            String inside = BASE64.substring(0, 20) + wrong + BASE64.substring(20);
            assertRefused("SAMLResponse=" + URLEncoder.encode(inside, UTF_8));
        }
    }

    @Test
    void paddingIsRequired() throws TransportFault {
        assertThat(read("SAMLResponse=AA%3D%3D").xml()).containsExactly(0);
        for (String wrong :
                new String[] {"AA", "AA%3D", "AAA", "A", "A%3D%3D%3D", "%3D%3D%3D%3D", "AA%3D%3D%0A%3D%3D%3D%3D"}) {
            assertRefused("SAMLResponse=" + wrong);
        }
    }

    @Test
    void brokenEscapesAreRefused() {
        for (String wrong : new String[] {"%", "AAAA%", "AAAA%3", "AAA%zz", "%%41AAA", "AAAA ", "AAAA\u00E6"}) {
            assertRefused("SAMLResponse=" + wrong);
        }
        assertRefused(post(FORM, FIELD + "&RelayState=%"), "RelayState");
    }

    @Test
    void noMoreThanTheLimitIsReadOfAHugeBody() {
        Endless body = new Endless();

        assertRefused(IncomingRequest.post(FORM, body), "body");
        assertThat(body.given).isLessThan(2L * FormReader.LARGEST);
    }

    @Test
    void bodyAtTheLimitIsRead() throws TransportFault {
        String filler = "x=" + "y".repeat(FormReader.LARGEST - FIELD.length() - "&x=".length());

        assertThat(read(FIELD + "&" + filler).xml()).isEqualTo(XML);
        assertRefused(post(FORM, FIELD + "&" + filler + "z"), "body");
    }

    @Test
    void bodyThatBreaksOffIsRefused() {
        assertRefused(
                IncomingRequest.post(
                        FORM, new SequenceInputStream(new ByteArrayInputStream(FIELD.getBytes(UTF_8)), new Broken())),
                "body");
    }

    @Test
    void manyOtherFieldsDoNoHarm() throws TransportFault {
        assertThat(read("&".repeat(500_000) + FIELD).xml()).isEqualTo(XML);
        assertThat(read("a&".repeat(250_000) + FIELD).xml()).isEqualTo(XML);
    }

    /** A connection that is gone. */
    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("connection reset by 192.0.2.1");
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            throw new IOException("connection reset by 192.0.2.1");
        }
    }

    /** 50 MB of a field that never ends. */
    private static final class Endless extends InputStream {
        private long given;

        @Override
        public int read() {
            return given++ < 50_000_000 ? 'A' : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (given >= 50_000_000) {
                return -1;
            }
            Arrays.fill(into, from, from + length, (byte) 'A');
            given += length;
            return length;
        }
    }
}
