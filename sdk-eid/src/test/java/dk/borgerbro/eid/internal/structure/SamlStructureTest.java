package dk.borgerbro.eid.internal.structure;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.support.xml.SafeXml;
import dk.borgerbro.core.support.xml.XmlLimits;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.oracle.SamlXsd;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** The table against the schemas themselves, over thousands of messages that were changed at random. */
class SamlStructureTest {
    private static final int ROUNDS = 1_500;

    @ParameterizedTest
    @ValueSource(strings = {"response.xml", "assertion.xml", "logout-request.xml", "logout-response.xml"})
    void takesAMessageThatUsesWhatTheSchemaOffers(String file) throws IOException {
        Element root = read(file).getDocumentElement();

        assertThat(SamlXsd.accepts(root)).isTrue();
        assertThat(refusal(root)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"response.xml", "assertion.xml", "logout-request.xml", "logout-response.xml"})
    void refusesWhateverTheSchemasRefuse(String file) throws IOException {
        Document original = read(file);
        Random random = new Random(file.hashCode());
        List<String> missed = new ArrayList<>();
        int refused = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Document changed = (Document) original.cloneNode(true);
            String what = mutate(changed, random);
            Element root = changed.getDocumentElement();
            if (!SamlXsd.accepts(root)) {
                refused++;
                if (refusal(root).isEmpty() && !hasAnIdTwice(root)) {
                    missed.add(what);
                }
            }
        }

        assertThat(missed).isEmpty();
        assertThat(refused).isGreaterThan(ROUNDS / 4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"response.xml", "assertion.xml", "logout-request.xml", "logout-response.xml"})
    void takesWhateverTheSchemasTakeButForTheListedReasons(String file) throws IOException {
        Document original = read(file);
        Random random = new Random(~file.hashCode());
        List<String> strict = new ArrayList<>();
        int taken = 0;
        for (int round = 0; round < ROUNDS; round++) {
            Document changed = (Document) original.cloneNode(true);
            String what = mutate(changed, random);
            Element root = changed.getDocumentElement();
            if (SamlXsd.accepts(root)) {
                taken++;
                String refusal = refusal(root);
                if (!refusal.isEmpty() && !Stricter.isListed(root)) {
                    strict.add(what + ": " + refusal);
                }
            }
        }

        assertThat(strict).isEmpty();
        assertThat(taken).isGreaterThan(ROUNDS / 20);
    }

    @Test
    void saysWhereInWordsOfTheSchemaOnly() throws IOException {
        Document document = read("response.xml");
        Element code = (Element) document.getElementsByTagNameNS(Namespaces.PROTOCOL, "StatusCode")
                .item(0);
        code.appendChild(document.createElementNS("urn:secret", "secret"));

        assertThat(refusal(document.getDocumentElement()))
                .isEqualTo("/Response/Status/StatusCode: has elements that are missing, too many or not in order");
    }

    private static String mutate(Document document, Random random) {
        Mutation mutation = new Mutation(random);
        StringBuilder what = new StringBuilder();
        for (int i = random.nextInt(8) == 0 ? 2 : 1; i > 0; i--) {
            what.append(mutation.apply(document)).append("; ");
        }
        return what.toString();
    }

    /** The parser sees to that, for all attributes that anybody might take for an id. */
    private static boolean hasAnIdTwice(Element root) {
        Set<String> ids = new HashSet<>();
        NodeList all = root.getElementsByTagName("*");
        for (int i = -1; i < all.getLength(); i++) {
            Element element = i < 0 ? root : (Element) all.item(i);
            for (String name : new String[] {"ID", "Id"}) {
                if (element.hasAttribute(name) && !ids.add(element.getAttribute(name))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static String refusal(Element root) {
        boolean assertion =
                root.getNamespaceURI() != null && root.getNamespaceURI().equals(Namespaces.ASSERTION);
        try {
            SamlStructure.check(
                    root,
                    assertion ? Namespaces.ASSERTION : Namespaces.PROTOCOL,
                    root.getLocalName(),
                    EngineCheck.STRUCTURE);
            return "";
        } catch (Refusal e) {
            return e.getMessage();
        }
    }

    private static Document read(String file) throws IOException {
        try (InputStream in = Objects.requireNonNull(SamlStructureTest.class.getResourceAsStream(file), file)) {
            return SafeXml.document(in, XmlLimits.TREE);
        }
    }
}
