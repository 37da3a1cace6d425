package dk.borgerbro.testkit.nemlogin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class XmlPartTest {
    private static final String NAMES = "xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"";

    private final XmlPart part = new XmlPart(XmlText.parse("<a><b n='1'>one<c/></b><b n='2'>two</b><saml:Attribute "
                    + NAMES + " Name='x'>v</saml:Attribute></a>")
            .getDocumentElement());

    @Test
    void findsByPathNumberAndSamlName() {
        assertThat(part.get("b")).isEqualTo("one");
        assertThat(part.get("b[2]/@n")).isEqualTo("2");
        assertThat(part.get("b/@absent")).isEmpty();
        assertThat(part.all("b")).hasSize(2);
        assertThat(part.all("b/c")).hasSize(1);
        assertThat(part.attribute("x").get("")).isEqualTo("v");
        assertThatThrownBy(() -> part.at("b[3]")).hasMessageContaining("b[3]");
        assertThatThrownBy(() -> part.attribute("y")).hasMessageContaining("y");
    }

    @Test
    void changesTextAndAttributes() {
        part.set("b[2]", "<&>").set("b/@n", "9").set("@new", "x").remove("b/c").remove("b[2]/@n");

        assertThat(part.xml()).contains("<a new=\"x\"><b n=\"9\">one</b><b>&lt;&amp;&gt;</b>");
    }

    @Test
    void insertsWhereAsked() {
        part.prepend("", "<first/>")
                .append("b", "<last/>")
                .before("b[2]", "<x/>text")
                .after("b[2]", "<y/>");
        part.duplicate("b[2]").set("@n", "3");

        assertThat(part.xml())
                .startsWith("<a><first/><b n=\"1\">one<c/><last/></b><x/>text<b n=\"2\">two</b><b n=\"3\">two</b><y/>");
    }

    @Test
    void replacesTheElementAndNotItsTwin() {
        part.replace("b", "<b n=\"new\"/>").replace("b[2]", "<z/>");

        assertThat(part.xml()).startsWith("<a><b n=\"new\"/><z/>");
    }

    @Test
    void declaresThePrefixesOfFragmentsOnceAndOfCopiesToo() {
        part.append("", "<samlp:Status><samlp:StatusCode xsi:nil=\"true\"/></samlp:Status>");

        assertThat(part.xml())
                .contains("<samlp:Status xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\"><samlp:StatusCode")
                .contains("xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"");
        assertThat(part.at("Status/StatusCode").xml()).contains("xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\"");
        assertThatThrownBy(() -> part.append("", "<unclosed>")).hasMessageContaining("not well-formed");
    }

    @Test
    void showsItsNameOnly() {
        assertThat(part).hasToString("XmlPart(a)");
    }
}
