package dk.borgerbro.core.error;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a service calls its errors goes into messages and logs, whatever the service puts there. */
class ServiceFaultTest {
    @ParameterizedTest
    @ValueSource(strings = {"0101901234", "010190-1234", "010190 1234", "010190/1234", "x.0101901234.y"})
    void aNumberThatCouldBeAPersonsIsHidden(String code) {
        ServiceFault fault =
                ServiceFault.builder(400).code(code).requestId(code).build();

        assertThat(fault.toString()).doesNotContain("010190").contains("(hidden)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"memo.invalid", "3c9e9c5d-4a51-4df6-9c1d-010190123456", "4bf92f3577b34da6a3ce929d0e0e4736"})
    void codesAndTraceIdsStayReadable(String code) {
        assertThat(ServiceFault.builder(400).code(code).build().code()).isEqualTo(code);
    }

    @Test
    void itStaysOnOneBoundedLine() {
        ServiceFault fault =
                ServiceFault.builder(400).code("a\r\nb" + "x".repeat(1000)).build();

        assertThat(fault.code()).startsWith("a??bx").hasSize(100);
    }
}
