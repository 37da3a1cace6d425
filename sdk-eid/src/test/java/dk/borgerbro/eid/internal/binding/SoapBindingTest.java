package dk.borgerbro.eid.internal.binding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.support.soap.SoapFault;
import dk.borgerbro.core.support.xml.SafeXml;
import dk.borgerbro.core.support.xml.XmlLimits;
import dk.borgerbro.eid.HttpAnswer;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What anybody may send as SOAP: S22, S49 and S53. */
class SoapBindingTest {
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";

    private static IncomingRequest post(String contentType, String body) {
        return IncomingRequest.post(contentType, new ByteArrayInputStream(body.getBytes(UTF_8)));
    }

    private static String envelope(String inside) {
        return "<s:Envelope xmlns:s=\"" + SOAP + "\">" + inside + "</s:Envelope>";
    }

    private static String read(String body) throws TransportFault, Refusal {
        return new String(SoapBinding.read(post("text/xml", body)).xml(), UTF_8);
    }

    private static void assertRefused(String body) {
        assertThatExceptionOfType(TransportFault.class)
                .isThrownBy(() -> read(body))
                .satisfies(fault -> assertThat(fault.path()).isIn("Envelope", "Envelope/Body", "Envelope/Header"));
    }

    @Test
    void messageIsTakenOutOfItsEnvelope() throws Exception {
        assertThat(read("<?xml version=\"1.0\"?>\n" + envelope("<s:Body> <a id=\"1\">æ<b/></a> </s:Body>")))
                .isEqualTo("<a xmlns:s=\"" + SOAP + "\" id=\"1\">æ<b/></a>");
        assertThat(read(envelope("<s:Header><x/></s:Header><s:Body><a/></s:Body>")))
                .startsWith("<a");
    }

    @Test
    void namespacesOfTheEnvelopeComeAlongUnlessTheMessageHasItsOwn() throws Exception {
        String body =
                "<s:Envelope xmlns:s=\"" + SOAP + "\" xmlns:p=\"urn:outer\" xmlns:q=\"urn:q\" xmlns=\"urn:default\">"
                        + "<s:Body xmlns:r=\"urn:r\"><p:a xmlns:p=\"urn:inner\" q:at=\"r:value\"><b/></p:a></s:Body></s:Envelope>";

        assertThat(read(body))
                .contains("xmlns:p=\"urn:inner\"")
                .contains("xmlns:q=\"urn:q\"")
                .contains("xmlns:r=\"urn:r\"")
                .contains("xmlns=\"urn:default\"")
                .doesNotContain("urn:outer");
    }

    @ParameterizedTest
    @CsvSource({
        "POST, text/xml, true",
        "POST, Text/XML; charset=utf-8, true",
        "POST, application/soap+xml, false",
        "POST, application/x-www-form-urlencoded, false",
        "POST, '', false",
        "GET, text/xml, false"
    })
    void soapIsKnownByMethodAndMediaType(String method, String contentType, boolean soap) {
        IncomingRequest request = IncomingRequest.of(method, contentType, "", new ByteArrayInputStream(new byte[0]));

        assertThat(SoapBinding.isSoap(request)).isEqualTo(soap);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<s:Body/>",
                "<s:Body>text</s:Body>",
                "<s:Body><a/><a/></s:Body>",
                "<s:Body><a/></s:Body><s:Body><a/></s:Body>",
                "<s:Header/>",
                "<s:Body><a/></s:Body><s:Header/>",
                "<s:Header/><s:Header/><s:Body><a/></s:Body>",
                "<Body><a/></Body>",
                "<s:Header><x s:mustUnderstand=\"1\"/></s:Header><s:Body><a/></s:Body>"
            })
    void envelopeOfAnotherFormIsRefused(String inside) {
        assertRefused(envelope(inside));
    }

    @Test
    void otherEnvelopesAreRefused() {
        assertRefused("<a/>");
        assertRefused("<Envelope><Body><a/></Body></Envelope>");
        assertRefused(envelope("<s:Body><a/></s:Body>").replace(SOAP, "http://www.w3.org/2003/05/soap-envelope"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<s:Envelope",
                "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>",
                "<!DOCTYPE a SYSTEM \"http://127.0.0.1:1/evil.dtd\"><a/>"
            })
    void whatIsNoXmlOrHasADocumentTypeIsRefused(String body) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> read(body))
                .satisfies(refusal -> assertThat(refusal.check()).isEqualTo(EngineCheck.XML));
    }

    @Test
    void deepAndHugeMessagesAreRefusedEarly() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> read(envelope("<s:Body>" + "<a>".repeat(100_000))));
        assertThatExceptionOfType(TransportFault.class)
                .isThrownBy(() -> read(envelope("<s:Body><a>" + "x".repeat(FormReader.LARGEST) + "</a></s:Body>")))
                .satisfies(fault -> assertThat(fault.path()).isEqualTo("body"));
    }

    @Test
    void faultSaysNothingOfTheReason() throws IOException {
        HttpAnswer fault = SoapBinding.fault();

        assertThat(fault.status()).isEqualTo(500);
        assertThat(fault.headers()).containsEntry("Content-Type", "text/xml; charset=utf-8");
        SoapFault read =
                SoapFault.of(SafeXml.document(fault.body(), XmlLimits.TREE)).orElseThrow();
        assertThat(read.code()).isEqualTo("Client");
        assertThat(read.text()).isEqualTo("The request was refused.");
    }

    @Test
    void answerIsReadAsItWasPutIn() throws Exception {
        byte[] message = "<a>æ &amp; ø</a>".getBytes(StandardCharsets.UTF_8);

        String body = new String(SoapBinding.answer(message).body(), UTF_8);

        assertThat(read(body)).isEqualTo("<a xmlns:soap=\"" + SOAP + "\">æ &amp; ø</a>");
    }
}
