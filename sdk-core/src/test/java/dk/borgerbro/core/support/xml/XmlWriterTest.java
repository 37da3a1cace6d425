package dk.borgerbro.core.support.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.core.error.InvalidInputException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlWriterTest {
    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final XmlNamespaces NAMES =
            XmlNamespaces.of("m", "urn:message").and("x", "urn:other");

    private static String write(XmlNamespaces names, String root, XmlWriter.Content content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XmlWriter.write(out, names, root, content);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(text).startsWith(DECLARATION);
        return text.substring(DECLARATION.length());
    }

    private static String write(XmlWriter.Content content) throws IOException {
        return write(XmlNamespaces.none(), "r", content);
    }

    @Test
    void elementsNestAsTheLambdasDo() throws IOException {
        String xml = write(
                NAMES,
                "m:Message",
                message -> message.attribute("version", "1.2")
                        .element(
                                "m:Header",
                                header -> header.text("m:label", "Afgørelse")
                                        .optionalText("m:absent", null)
                                        .optionalAttribute("unused", null)
                                        .empty("x:mark"))
                        .text("m:empty", ""));
        assertThat(xml)
                .isEqualTo("<m:Message xmlns:m=\"urn:message\" xmlns:x=\"urn:other\" version=\"1.2\">"
                        + "<m:Header><m:label>Afgørelse</m:label><x:mark/></m:Header><m:empty></m:empty></m:Message>");
    }

    @Test
    void anElementWithoutContentIsClosedAtOnce() throws IOException {
        assertThat(write(r -> r.element("a", a -> a.attribute("b", "c")))).isEqualTo("<r><a b=\"c\"/></r>");
    }

    @Test
    void theDefaultNamespaceNeedsNoPrefix() throws IOException {
        assertThat(write(XmlNamespaces.of("", "urn:iso"), "Document", d -> d.text("Id", "1")))
                .isEqualTo("<Document xmlns=\"urn:iso\"><Id>1</Id></Document>");
    }

    @Test
    void markupInValuesIsEscaped() throws IOException {
        assertThat(write(r -> r.attribute("a", "<\"&'>\t\n\r").characters("]]> <&\"'\r\n\t")))
                .isEqualTo("<r a=\"&lt;&quot;&amp;'&gt;&#9;&#10;&#13;\">]]&gt; &lt;&amp;\"'&#13;\n\t</r>");
    }

    @Test
    void everyLegalCharacterComesBackFromAParser() throws IOException {
        Random random = new Random(20);
        for (int round = 0; round < 50; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 5000; i++) {
                int c = random.nextInt(4) == 0 ? random.nextInt(Character.MAX_CODE_POINT + 1) : random.nextInt(0x250);
                if (XmlText.firstIllegal(Character.toString(c)) < 0) {
                    text.appendCodePoint(c);
                }
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            String value = text.toString();
            XmlWriter.write(
                    out, XmlNamespaces.none(), "r", r -> r.attribute("a", value).characters(value));
            var root = SafeXml.document(out.toByteArray(), XmlLimits.TREE).getDocumentElement();
            assertThat(root.getTextContent()).isEqualTo(value);
            assertThat(root.getAttribute("a")).isEqualTo(value);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000",
                "\u0001",
                "\u000b",
                "\u001f",
                "\ud800",
                "\udc00",
                "\udc00\ud800",
                "\ufffe",
                "\uffff",
                "\ud83dx"
            })
    void characterThatXmlCannotCarryIsRefusedWithItsPathAndWithoutTheValue(String bad) {
        InvalidInputException inText = catchThrowableOfType(
                InvalidInputException.class,
                () -> write(NAMES, "m:Message", m -> m.element("m:Header", h -> h.text("m:label", "hemmelig" + bad))));
        assertThat(inText.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.rule()).isEqualTo("XML-CHAR");
            assertThat(finding.path()).isEqualTo("/m:Message/m:Header/m:label");
            assertThat(finding.message()).contains("character 9").doesNotContain("hemmelig");
        });
        InvalidInputException inAttribute = catchThrowableOfType(
                InvalidInputException.class, () -> write(NAMES, "m:Message", m -> m.attribute("id", bad)));
        assertThat(inAttribute.findings().get(0).path()).isEqualTo("/m:Message/@id");
        assertThat(XmlText.check("label", "a" + bad)).isPresent();
    }

    @Test
    void emojiAndDanishLettersAreLegal() {
        assertThat(XmlText.check("label", "Blåbærgrød \uD83C\uDF53 \t\r\n\u0085\uFFFD"))
                .isEmpty();
    }

    @Test
    void valuesLongerThanTheBufferAreWrittenWhole() throws IOException {
        String value = "æ<\uD83C\uDF53".repeat(20_000);
        assertThat(write(r -> r.characters(value))).isEqualTo("<r>" + value.replace("<", "&lt;") + "</r>");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 49_151, 49_152, 49_153, 200_000})
    void base64IsWrittenFromAStreamOfAnyLength(int length) throws IOException {
        byte[] content = new byte[length];
        new Random(length).nextBytes(content);
        String xml = write(r -> r.base64("content", new Trickle(content)).text("after", "x"));
        assertThat(xml)
                .isEqualTo("<r><content>" + Base64.getEncoder().encodeToString(content)
                        + "</content><after>x</after></r>");
    }

    @Test
    void aFailingSourceLeavesNoDocumentThatLooksWhole() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> XmlWriter.write(
                        out,
                        XmlNamespaces.none(),
                        "r",
                        r -> r.base64(
                                "c", new SequenceInputStream(new ByteArrayInputStream(new byte[9]), new Broken()))))
                .hasMessage("source failed");
        assertThat(out.toString(StandardCharsets.UTF_8)).doesNotContain("</r>");
    }

    @Test
    void aSwallowedFailureIsNotForgotten() {
        assertThatIllegalStateException()
                .isThrownBy(() -> write(r -> {
                    try {
                        r.text("a", "\u0000");
                    } catch (InvalidInputException e) {
                        r.text("b", "went on");
                    }
                }))
                .withMessageContaining("not whole");
    }

    @Test
    void mistakesOfACodecAreNamed() {
        assertThatIllegalStateException()
                .isThrownBy(() -> write(r -> r.text("a", "b").attribute("late", "c")));
        assertThatIllegalStateException()
                .isThrownBy(() -> write(r -> r.attribute("a", "1").attribute("a", "2")));
        assertThatIllegalArgumentException().isThrownBy(() -> write(r -> r.text("undeclared:a", "b")));
        assertThatIllegalArgumentException().isThrownBy(() -> write(r -> r.text("a b", "c")));
        assertThatIllegalArgumentException().isThrownBy(() -> write(r -> r.text("", "c")));
        assertThatIllegalArgumentException().isThrownBy(() -> write(r -> r.attribute("a=\"1\" b", "c")));
        assertThatIllegalArgumentException().isThrownBy(() -> NAMES.and("m", "urn:again"));
        assertThatIllegalArgumentException().isThrownBy(() -> NAMES.and("n", "urn:message"));
        assertThatIllegalArgumentException().isThrownBy(() -> NAMES.and("xmlns", "urn:n"));
    }

    @Test
    void theStreamIsFlushedAndLeftOpen() throws IOException {
        boolean[] seen = new boolean[2];
        XmlWriter.write(
                new OutputStream() {
                    @Override
                    public void write(int b) {}

                    @Override
                    public void flush() {
                        seen[0] = true;
                    }

                    @Override
                    public void close() {
                        seen[1] = true;
                    }
                },
                XmlNamespaces.none(),
                "r",
                r -> {});
        assertThat(seen).containsExactly(true, false);
    }

    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("source failed");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }
    }

    /** Gives few bytes at a time, as a slow source may. */
    private static final class Trickle extends FilterInputStream {
        Trickle(byte[] content) {
            super(new ByteArrayInputStream(content));
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(length, 7));
        }
    }
}
