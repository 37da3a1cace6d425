package dk.borgerbro.eid.internal.privilege;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.eid.TestFiles;
import dk.borgerbro.eid.privilege.Constraint;
import dk.borgerbro.eid.privilege.PrivilegeGroup;
import dk.borgerbro.eid.privilege.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.junit.jupiter.api.Test;
import org.xml.sax.SAXException;

/** Random lists that the published schemas accept are read back as they were meant. */
class PrivilegeSchemaTest {
    private static final String OLD = "http://itst.dk/oiosaml/basic_privilege_profile";

    private final Random random = new Random(2012);

    private static Schema schema(String file) {
        try {
            SchemaFactory factory = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI);
            return factory.newSchema(new StreamSource(new ByteArrayInputStream(TestFiles.bytes("bpp/" + file))));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void assertValid(Schema schema, byte[] xml) throws SAXException, IOException {
        schema.newValidator().validate(new StreamSource(new ByteArrayInputStream(xml)));
    }

    @Test
    void whatIsWrittenIsValidByTheSchemaAndReadBackAsItWas() throws Exception {
        Schema schema = schema("BasicPrivilegeProfileSchema_v12.xsd");
        for (int i = 0; i < 300; i++) {
            List<PrivilegeGroup> groups = groups(true);
            byte[] xml = PrivilegeWriting.xml(groups);
            assertValid(schema, xml);
            assertThat(PrivilegeReading.ofXml(xml)).isEqualTo(groups);
            assertThat(PrivilegeReading.ofBase64(PrivilegeWriting.base64(groups)))
                    .isEqualTo(groups);
        }
    }

    @Test
    void validListsOfTheOldSchemaAreReadAsTheyWereMeant() throws Exception {
        Schema schema = schema("BasicPrivilegeProfileSchema_v101.xsd");
        for (int i = 0; i < 300; i++) {
            List<PrivilegeGroup> groups = groups(false);
            byte[] xml = written(groups).getBytes(StandardCharsets.UTF_8);
            assertValid(schema, xml);
            assertThat(PrivilegeReading.ofXml(xml)).isEqualTo(groups);
        }
    }

    /** With another prefix, white space, comments and CDATA wherever they change nothing. */
    private String written(List<PrivilegeGroup> groups) {
        StringBuilder xml = new StringBuilder(random.nextBoolean() ? "" : "<?xml version='1.0' encoding='UTF-8'?>\n");
        String prefix = random.nextBoolean() ? "bpp" : "p" + random.nextInt(9);
        xml.append('<')
                .append(prefix)
                .append(":PrivilegeList xmlns:")
                .append(prefix)
                .append("='")
                .append(OLD)
                .append("'>");
        for (PrivilegeGroup group : groups) {
            xml.append(noise())
                    .append("<PrivilegeGroup Scope='")
                    .append(escaped(group.scope().uri()))
                    .append("'>");
            for (String privilege : group.privileges()) {
                xml.append(noise()).append("<Privilege>");
                if (random.nextInt(4) == 0) {
                    xml.append("<![CDATA[").append(privilege).append("]]>");
                } else {
                    int cut = random.nextInt(privilege.length());
                    xml.append(escaped(privilege.substring(0, cut)))
                            .append(random.nextBoolean() ? "<!-- x -->" : "")
                            .append(escaped(privilege.substring(cut)));
                }
                xml.append("</Privilege>").append(noise());
            }
            xml.append("</PrivilegeGroup>");
        }
        return xml.append(noise())
                .append("</")
                .append(prefix)
                .append(":PrivilegeList>")
                .toString();
    }

    private String noise() {
        return List.of("", "\n  ", "<!-- <Privilege>no</Privilege> -->", "<?note nothing?>")
                .get(random.nextInt(4));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&apos;");
    }

    private List<PrivilegeGroup> groups(boolean constraints) {
        return some(
                1,
                () -> PrivilegeGroup.of(
                        Scope.of(scope()),
                        some(1, this::uri),
                        constraints ? some(0, () -> new Constraint(uri(), text())) : List.of()));
    }

    private <T> List<T> some(int atLeast, Supplier<T> one) {
        List<T> all = new ArrayList<>();
        for (int n = atLeast + random.nextInt(5); n > 0; n--) {
            all.add(one.get());
        }
        return all;
    }

    private String scope() {
        String digits = String.valueOf(10_000_000 + random.nextInt(89_999_999));
        return switch (random.nextInt(4)) {
            case 0 -> "urn:dk:gov:saml:cvrNumberIdentifier:" + digits;
            case 1 -> "urn:dk:gov:saml:CvrNumberIdentifier:" + digits;
            case 2 -> "urn:dk:gov:saml:productionUnitIdentifier:10" + digits;
            default -> text();
        };
    }

    private String uri() {
        return "urn:dk:example:" + random.nextInt(1000) + (random.nextBoolean() ? "/role/" : "#æ&a=")
                + random.nextInt(9);
    }

    private String text() {
        return List.of("", " ", "25.*", "<&>\"'", "æøå €", "𝒜", "a  b", "3").get(random.nextInt(8));
    }
}
