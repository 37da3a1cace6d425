package dk.borgerbro.core.support.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an attacker may send, to both readers: each document is refused by the rule that is meant for it, and its content is not repeated. */
class HostileXmlTest {
    private static final XmlLimits SMALL = new XmlLimits(200_000, 20_000, 1_000, 8, 5, 40, 50);

    static Stream<Arguments> corpus() {
        return Stream.of(
                Arguments.of("XML-DOCTYPE", "<!DOCTYPE r><r>hemmelig</r>"),
                Arguments.of("XML-DOCTYPE", "<!DOCTYPE r [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><r>&b;</r>"),
                Arguments.of("XML-DOCTYPE", "<!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><r>&a;</r>"),
                Arguments.of("XML-DOCTYPE", "<!DOCTYPE r SYSTEM \"http://127.0.0.1:9/x.dtd\"><r/>"),
                Arguments.of("XML-DOCTYPE", "<!DOCTYPE r [<!ENTITY % p SYSTEM \"http://127.0.0.1:9/x\"> %p;]><r/>"),
                Arguments.of("XML-DOCTYPE", "<!DOCTYPE r [<!ATTLIST r id ID #FIXED \"x\">]><r/>"),
                Arguments.of("XML-WELLFORMED", "<r>&undeclared;</r>"),
                Arguments.of("XML-WELLFORMED", "<r><hemmelig></r>"),
                Arguments.of("XML-WELLFORMED", "<r>hemmelig"),
                Arguments.of("XML-WELLFORMED", "<r/><hemmelig/>"),
                Arguments.of("XML-WELLFORMED", "<r/>hemmelig"),
                Arguments.of("XML-WELLFORMED", ""),
                Arguments.of("XML-WELLFORMED", "hemmelig"),
                Arguments.of("XML-WELLFORMED", "<r a=\"1\" a=\"2\"/>"),
                Arguments.of("XML-WELLFORMED", "<r xmlns:a=\"u\" xmlns:b=\"u\" a:x=\"1\" b:x=\"2\"/>"),
                Arguments.of("XML-WELLFORMED", "<hemmelig:r/>"),
                Arguments.of("XML-WELLFORMED", "<r>&#0;</r>"),
                Arguments.of("XML-WELLFORMED", "<r>&#xD800;</r>"),
                Arguments.of("XML-WELLFORMED", "<r>\u0001</r>"),
                Arguments.of("XML-WELLFORMED", "<?xml version=\"1.1\"?><r>&#1;</r>"),
                Arguments.of("XML-LIMIT", "<a>".repeat(9) + "</a>".repeat(9)),
                Arguments.of("XML-LIMIT", "<r>" + "x".repeat(1_001) + "</r>"),
                Arguments.of("XML-LIMIT", "<r a=\"" + "x".repeat(1_001) + "\"/>"),
                Arguments.of("XML-LIMIT", "<r " + many(6, i -> "a" + i + "=\"\" ") + "/>"),
                Arguments.of("XML-LIMIT", "<" + "n".repeat(41) + "/>"),
                Arguments.of("XML-LIMIT", "<r " + "n".repeat(41) + "=\"\"/>"),
                Arguments.of("XML-LIMIT", "<r>" + "<a/>".repeat(60_000) + "</r>"));
    }

    private static String many(int count, java.util.function.IntFunction<String> part) {
        return IntStream.range(0, count).mapToObj(part).collect(Collectors.joining());
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void theStreamReaderRefusesIt(String rule, String document) {
        XmlReadingException refused = catchThrowableOfType(
                XmlReadingException.class,
                () -> XmlReader.read(bytes(document), XmlNamespaces.none(), SMALL, xml -> {
                    if (document.contains("x".repeat(1_001))) {
                        return xml.text();
                    }
                    xml.skip();
                    return "";
                }));
        assertThat(refused.finding().rule()).isEqualTo(rule);
        assertThat(refused).hasMessageNotContainingAny("hemmelig", "passwd").hasNoCause();
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void theTreeReaderRefusesIt(String rule, String document) {
        XmlReadingException refused =
                catchThrowableOfType(XmlReadingException.class, () -> SafeXml.document(bytes(document), SMALL));
        assertThat(refused.finding().rule()).isEqualTo(rule);
        assertThat(refused).hasMessageNotContainingAny("hemmelig", "passwd").hasNoCause();
    }

    @Test
    void anUnknownEncodingIsRefusedWithoutItsName() {
        String document = "<?xml version=\"1.0\" encoding=\"hemmelig\"?><r/>";
        assertThat(catchThrowableOfType(
                        XmlReadingException.class,
                        () -> XmlReader.read(bytes(document), XmlNamespaces.none(), SMALL, XmlReader::text)))
                .hasMessageNotContaining("hemmelig");
        assertThat(catchThrowableOfType(XmlReadingException.class, () -> SafeXml.document(bytes(document), SMALL)))
                .hasMessageNotContaining("hemmelig");
    }

    private static InputStream bytes(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }
}
