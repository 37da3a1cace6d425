package dk.borgerbro.core.support.soap;

import static dk.borgerbro.core.support.soap.SoapFixture.parse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.ServiceFault;
import dk.borgerbro.core.http.HttpHeaders;
import dk.borgerbro.core.support.Answer;
import dk.borgerbro.core.support.xml.XmlReadingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoapFaultTest {
    private static final String FIRST = """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body><s:Fault>
            <faultcode xmlns:wst="urn:wst">wst:FailedAuthentication</faultcode><faultstring>0101701234 er ukendt</faultstring>
            <detail><sp:ServiceplatformFault xmlns:sp="urn:sp"><sp:ErrorCode>17</sp:ErrorCode></sp:ServiceplatformFault></detail>
            </s:Fault></s:Body></s:Envelope>""";
    private static final String SECOND = """
            <s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Header/><s:Body><s:Fault>
            <s:Code><s:Value>s:Sender</s:Value><s:Subcode><s:Value xmlns:a="urn:a">a:InvalidRequest</s:Value></s:Subcode></s:Code>
            <s:Reason><s:Text xml:lang="en">no such entity</s:Text></s:Reason><s:Detail>101</s:Detail>
            </s:Fault></s:Body></s:Envelope>""";

    private static ServiceFault read(String body) throws IOException {
        return SoapFault.reader()
                .read(new Answer(
                        500, HttpHeaders.empty(), new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
    }

    @Test
    void faultOfSoap11() throws IOException {
        SoapFault fault = SoapFault.of(parse(FIRST)).orElseThrow();
        assertThat(fault.code()).isEqualTo("FailedAuthentication");
        assertThat(fault.text()).isEqualTo("0101701234 er ukendt");
        assertThat(fault.detail().getTextContent()).isEqualTo("17");
        assertThat(fault).asString().doesNotContain("0101701234");
        assertThat(read(FIRST)).hasToString("code=FailedAuthentication, http=500");
    }

    @Test
    void faultOfSoap12GivesItsMostPreciseCode() throws IOException {
        SoapFault fault = SoapFault.of(parse(SECOND)).orElseThrow();
        assertThat(fault.code()).isEqualTo("InvalidRequest");
        assertThat(fault.text()).isEqualTo("no such entity");
        assertThat(fault.detail().getTextContent()).isEqualTo("101");
        assertThat(read(SECOND).code()).isEqualTo("InvalidRequest");
    }

    @Test
    void halfAFaultIsStillAFault() throws IOException {
        String bare = FIRST.replaceAll("(?s)<faultcode.*</detail>", "");
        assertThat(SoapFault.of(parse(bare)).orElseThrow().code()).isEmpty();
        assertThat(read(bare).httpStatus()).isEqualTo(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html/>",
                "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body/></s:Envelope>"
            })
    void anythingElseIsNoFault(String body) throws IOException {
        assertThat(SoapFault.of(parse(body))).isEmpty();
        assertThat(read(body)).hasToString("code=none, http=500");
    }

    @Test
    void whatIsNotXmlIsLeftToThePipeline() {
        assertThatThrownBy(() -> read("Bad Gateway")).isInstanceOf(XmlReadingException.class);
    }
}
