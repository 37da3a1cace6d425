package dk.borgerbro.core.support.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.core.error.CallReference;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class XmlReaderTest {
    private static final XmlNamespaces NAMES =
            XmlNamespaces.of("m", "urn:message").and("x", "urn:other");
    private static final String LETTER = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- before --><?pi before?>
            <Message xmlns="urn:message" xmlns:q="urn:other" version="1.2" q:kind="letter">
              <Header><label> Afgørelse <!-- cut -->i <![CDATA[<din>]]> sag</label><q:sent> 2025-03-31 </q:sent></Header>
              <Novel><deep/></Novel><Novel/><left/>
              <foreign xmlns="urn:unknown"/>
            </Message>
            <!-- after -->""";

    private static InputStream bytes(String document) {
        return new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8));
    }

    private static <T> T read(String document, XmlReader.Body<T> body) throws IOException {
        return XmlReader.read(bytes(document), NAMES, XmlLimits.STREAM, body);
    }

    private static String rule(String document, XmlReader.Body<?> body) {
        return catchThrowableOfType(XmlReadingException.class, () -> read(document, body))
                .finding()
                .rule();
    }

    private static String textOfChild(XmlReader xml) throws IOException {
        StringBuilder text = new StringBuilder();
        xml.eachChild(name -> text.append(xml.text()));
        return text.toString();
    }

    @Test
    void namesAreTheCodecsWhateverPrefixTheDocumentChose() throws IOException {
        List<String> seen = new ArrayList<>();
        read(LETTER, xml -> {
            xml.require("m:Message");
            seen.add(xml.attribute("version").orElseThrow());
            seen.add(xml.attribute("x:kind").orElseThrow());
            assertThat(xml.attribute("kind")).isEmpty();
            assertThat(xml.attribute("m:version")).isEmpty();
            xml.eachChild(child -> {
                switch (child) {
                    case "m:Header" ->
                        xml.eachChild(inner -> {
                            switch (inner) {
                                case "m:label" -> seen.add(xml.text());
                                case "x:sent" ->
                                    seen.add(xml.value("date", LocalDate::parse).toString());
                                default -> seen.add("unexpected " + inner);
                            }
                        });
                    case "m:left" -> xml.skip();
                    case "?:foreign" -> {
                        seen.add(xml.namespace() + " " + xml.localName());
                        xml.skip();
                    }
                    default -> {}
                }
            });
            assertThat(xml.ignored()).containsExactly("/m:Message/m:Novel");
            return seen;
        });
        assertThat(seen)
                .containsExactly("1.2", "letter", " Afgørelse i <din> sag", "2025-03-31", "urn:unknown foreign");
    }

    @Test
    void elementsWithoutNamespaceHaveNoPrefixUnlessTheCodecGaveThatToAnother() throws IOException {
        assertThat(read("<r/>", XmlReader::name)).isEqualTo("r");
        assertThat(XmlReader.<String>read(
                        bytes("<r/>"), XmlNamespaces.of("", "urn:d"), XmlLimits.STREAM, XmlReader::name))
                .isEqualTo("?:r");
        assertThat(XmlReader.<String>read(
                        bytes("<r xmlns='urn:d'/>"), XmlNamespaces.of("", "urn:d"), XmlLimits.STREAM, XmlReader::name))
                .isEqualTo("r");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "UTF-16BE", "UTF-16LE", "ISO-8859-1", "windows-1252"})
    void encodingsAreTakenFromMarkOrDeclaration(String encoding) throws IOException {
        String declared = encoding.startsWith("UTF-16") ? "UTF-16" : encoding;
        String document = "<?xml version='1.0' encoding='" + declared + "'?><r>blåbærgrød</r>";
        byte[] content = (encoding.length() > 6 && declared.equals("UTF-16") ? "\uFEFF" + document : document)
                .getBytes(Charset.forName(encoding));
        InputStream in = new ByteArrayInputStream(content);
        assertThat(XmlReader.<String>read(in, NAMES, XmlLimits.STREAM, XmlReader::text))
                .isEqualTo("blåbærgrød");
        assertThat(SafeXml.document(content, XmlLimits.TREE)
                        .getDocumentElement()
                        .getTextContent())
                .isEqualTo("blåbærgrød");
    }

    @Test
    void byteOrderMarkAndWindowsLineEndsAreHarmless() throws IOException {
        assertThat(read("\uFEFF<r>\r\n<a>1\r\n2</a>\r\n</r>\r\n", XmlReaderTest::textOfChild))
                .isEqualTo("1\n2");
    }

    @Test
    void bytesThatAreNotInTheDeclaredEncodingAreRefused() {
        byte[] latin = "<r>ø</r>".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(
                        () -> XmlReader.read(new ByteArrayInputStream(latin), NAMES, XmlLimits.STREAM, XmlReader::text))
                .isInstanceOf(XmlReadingException.class)
                .hasMessageStartingWith("XML-ENCODING");
        assertThatThrownBy(() -> SafeXml.document(latin, XmlLimits.TREE))
                .isInstanceOf(XmlReadingException.class)
                .hasMessageStartingWith("XML-ENCODING");
    }

    @Test
    void structureThatIsNotExpectedIsNamed() {
        assertThat(rule("<r><a/></r>", XmlReader::text)).isEqualTo("XML-STRUCTURE");
        assertThat(rule("<r>text<a/></r>", XmlReaderTest::textOfChild)).isEqualTo("XML-STRUCTURE");
        assertThat(rule("<r/>", xml -> {
                    xml.require("m:Message");
                    return "";
                }))
                .isEqualTo("XML-STRUCTURE");
    }

    @Test
    void faultSaysWhereAndNotWhat() {
        XmlReadingException e = catchThrowableOfType(
                XmlReadingException.class,
                () -> read("<r>\n  <Date-0101701234>010170-1234</Date-0101701234>\n</r>", xml -> {
                    xml.eachChild(name -> xml.value("date", LocalDate::parse));
                    return "";
                }));
        assertThat(e)
                .hasMessageContaining("XML-VALUE at /r/Date-(hidden): is not a valid date (line 2, column ")
                .hasMessageNotContaining("010170")
                .hasNoCause();
        assertThat(e.line()).isEqualTo(2);
        assertThat(e.column()).isPositive();
        assertThat(e.asInvalidMessage(CallReference.local("digitalpost", "receipt")))
                .hasMessageContaining("digitalpost.receipt")
                .hasMessageContaining("/r/Date-(hidden)")
                .hasMessageContaining("line 2");
    }

    @Test
    void aCodecsOwnFaultCarriesThePlace() {
        assertThat(catchThrowableOfType(
                                XmlReadingException.class,
                                () -> read("<r/>", xml -> {
                                    throw xml.fault("PAIN002-1", "has no group header");
                                }))
                        .finding()
                        .toString())
                .isEqualTo("PAIN002-1 at /r: has no group header");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "2", "3", "24575", "24576", "24577", "300000"})
    void base64IsDecodedAsAStream(int length) throws IOException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        String lines = Base64.getMimeEncoder().encodeToString(content);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String after = read("<r><c>\n" + lines + "<!-- -->\n</c><d>x</d></r>", xml -> {
            StringBuilder rest = new StringBuilder();
            xml.eachChild(name -> {
                if (name.equals("c")) {
                    assertThat(xml.base64(out)).isEqualTo(length);
                } else {
                    rest.append(xml.text());
                }
            });
            return rest.toString();
        });
        assertThat(out.toByteArray()).isEqualTo(content);
        assertThat(after).isEqualTo("x");
    }

    @ParameterizedTest
    @ValueSource(strings = {"QUJ", "Q", "QUJD=", "QQ==QQ==", "QU*D", "QUJDæ", "====", "QUI=QUJD"})
    void whatIsNotBase64IsRefused(String text) {
        assertThat(rule("<r>" + text + "</r>", xml -> xml.base64(OutputStream.nullOutputStream())))
                .isEqualTo("XML-BASE64");
    }

    @Test
    void paddingIsTheEndAlsoAcrossBlocks() {
        String block = "QUJD".repeat(8191) + "QQ==";
        assertThat(rule("<r>" + block + "QUJD</r>", xml -> xml.base64(OutputStream.nullOutputStream())))
                .isEqualTo("XML-BASE64");
    }

    @Test
    void aSourceThatFailsIsNotTakenForABadDocument() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("connection reset");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        };
        assertThatThrownBy(() -> XmlReader.read(
                        new SequenceInputStream(bytes("<r>"), broken), NAMES, XmlLimits.STREAM, XmlReader::text))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("connection reset");
    }

    @Test
    void contentIsReadOnce() {
        assertThatIllegalStateException().isThrownBy(() -> read("<r>a</r>", xml -> xml.text() + xml.text()));
        assertThatIllegalStateException()
                .isThrownBy(() -> read("<r a='1'>a</r>", xml -> xml.text() + xml.attribute("a")));
    }

    @Test
    void theRestOfTheDocumentIsCheckedToo() {
        assertThat(rule("<r>a</r><r/>", XmlReader::text)).isEqualTo("XML-WELLFORMED");
        assertThat(rule("<r>a</r>rest", XmlReader::text)).isEqualTo("XML-WELLFORMED");
    }

    @Test
    void whatTheWriterWritesTheReaderReads() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XmlWriter.write(
                out, NAMES, "m:Message", m -> m.attribute("x:kind", "\t<\n").text("x:a", "1 & 2\r\n"));
        String read = XmlReader.read(new ByteArrayInputStream(out.toByteArray()), NAMES, XmlLimits.STREAM, xml -> {
            xml.require("m:Message");
            return xml.attribute("x:kind").orElseThrow() + textOfChild(xml);
        });
        assertThat(read).isEqualTo("\t<\n1 & 2\r\n");
    }
}
