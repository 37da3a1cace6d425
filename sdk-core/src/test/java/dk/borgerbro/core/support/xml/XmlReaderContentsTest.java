package dk.borgerbro.core.support.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reading that refuses nothing, and reading that stops early. */
class XmlReaderContentsTest {
    private static final XmlNamespaces NAMES = XmlNamespaces.of("a", "urn:a");

    private static <T> T read(String xml, XmlReader.Body<T> body) throws IOException {
        return XmlReader.read(
                new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)), NAMES, XmlLimits.STREAM, body);
    }

    @Test
    void contentsHandsOverTextAndElementsInOrder() throws IOException {
        List<String> seen = new ArrayList<>();
        List<String> ignored = read("<r>one<x>two</x><!-- c --><![CDATA[three]]><y/></r>", xml -> {
            xml.contents(
                    name -> {
                        seen.add("<" + name + ">");
                        if (name.equals("x")) {
                            seen.add(xml.text());
                        }
                    },
                    (buffer, start, length) -> seen.add(new String(buffer, start, length)));
            return xml.ignored();
        });
        assertThat(String.join("", seen)).isEqualTo("one<x>twothree<y>");
        assertThat(ignored).containsExactly("/r/y");
    }

    @Test
    void attributeNamesCarryTheCodecsPrefixes() throws IOException {
        List<String> names =
                read("<r one='1' q:two='2' u:three='3' xmlns:q='urn:a' xmlns:u='urn:u'/>", XmlReader::attributeNames);
        assertThat(names).containsExactlyInAnyOrder("one", "a:two", "?:three");
    }

    @Test
    void attributeNamesAreGoneOnceTheContentWasRead() {
        assertThatThrownBy(() -> read("<r a='1'/>", xml -> {
                    xml.skip();
                    return xml.attributeNames();
                }))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stopLeavesTheRestUnread() throws IOException {
        List<String> seen = new ArrayList<>();
        read("<r><x><in>1</in><in>2</in></x><y/></broken>", xml -> {
            xml.eachChild(child -> xml.eachChild(inner -> {
                seen.add(xml.text());
                xml.stop();
            }));
            return 0;
        });
        assertThat(seen).containsExactly("1");
    }

    @Test
    void withoutStopTheRestMustBeWellFormed() {
        assertThatThrownBy(() -> read("<r><x/></broken>", xml -> {
                    xml.eachChild(child -> {});
                    return 0;
                }))
                .isInstanceOf(XmlReadingException.class);
    }

    @Test
    void base64ComesInPiecesOfAnyLength() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Base64Sink sink = new Base64Sink(out);
        for (char c : "VGhp\ncyBp cw==".toCharArray()) {
            assertThat(sink.accept(new char[] {c}, 0, 1)).isTrue();
        }
        assertThat(sink.finish()).isTrue();
        assertThat(sink.written()).isEqualTo(7);
        assertThat(out).hasToString("This is");
        Base64Sink other = new Base64Sink(out);
        assertThat(other.accept("æAAA".toCharArray(), 0, 4) && other.finish()).isFalse();
    }
}
