package dk.borgerbro.digitalpost.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.ServiceFault;
import dk.borgerbro.core.http.HttpHeaders;
import dk.borgerbro.core.support.Answer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalPostFaultsTest {
    @Test
    void readsAnErrorMessageWithItsFields() throws IOException {
        ServiceFault fault = read(400, """
                {"code":"memo.invalid","message":"linje 3","fieldErrors":[
                  {"resource":"memo","field":"MessageHeader.label","code":"missing","message":"x","rejectedValue":"Hemmelig"},
                  {"field":"body"}], "nyt": {"a": [1]}}""");
        assertThat(fault.httpStatus()).isEqualTo(400);
        assertThat(fault.code()).isEqualTo("memo.invalid");
        assertThat(fault.text()).isEqualTo("linje 3");
        assertThat(fault.findings())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(tuple("missing", "MessageHeader.label"), tuple("FIELD", "body"));
        assertThat(fault.toString()).doesNotContain("Hemmelig");
    }

    @Test
    void readsAReceiptThatComesWith503() throws IOException {
        ServiceFault fault = read(503, """
                {"transmissionId":"3c9e9c5d-4a51-4df6-9c1d-0f3f3f3f3f3f","errorCode":"overload","errorMessage":"senere",
                 "receiptStatus":"INVALID"}""");
        assertThat(fault.code()).isEqualTo("overload");
        assertThat(fault.text()).isEqualTo("senere");
        assertThat(fault.requestId()).isEqualTo("3c9e9c5d-4a51-4df6-9c1d-0f3f3f3f3f3f");
    }

    @Test
    void namesThatCouldBePersonsAreHidden() throws IOException {
        ServiceFault fault = read(
                400,
                "{\"fieldErrors\":[{\"field\":\"r[010190-1234] Ane\",\"code\":\"c 0101901234\"},"
                        + "{\"field\":\"r[010190 1234]\"}]}");
        assertThat(fault.findings().toString()).doesNotContain("010190").contains("(hidden)");
    }

    @Test
    void manyFieldErrorsAreBounded() throws IOException {
        String error = "{\"field\":\"" + "x".repeat(1000) + "\"},";
        ServiceFault fault = read(400, "{\"fieldErrors\":[" + error.repeat(200) + "{}]}");
        assertThat(fault.findings())
                .hasSize(50)
                .allMatch(finding -> finding.path().length() <= 200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"code\":null}", "{\"code\":{},\"fieldErrors\":\"x\"}", "{\"fieldErrors\":[1,null,[]]}"})
    void oddShapesBecomeAFaultWithoutCode(String json) throws IOException {
        assertThat(read(409, json).code()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hemmelig", "<html>hemmelig</html>", "[]", "\"hemmelig\"", "{\"hemmelig"})
    void whatIsNoJsonObjectIsAnIoErrorThatQuotesNothing(String body) {
        assertThatThrownBy(() -> read(500, body))
                .isInstanceOf(IOException.class)
                .hasMessageNotContaining("hemmelig")
                .hasNoCause();
    }

    private static ServiceFault read(int status, String body) throws IOException {
        return new DigitalPostFaults()
                .read(new Answer(
                        status, HttpHeaders.empty(), new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8))));
    }
}
