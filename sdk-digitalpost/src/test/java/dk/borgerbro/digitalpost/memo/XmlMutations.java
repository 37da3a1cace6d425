package dk.borgerbro.digitalpost.memo;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Breaks messages, or does not, in the ways in which programs break XML; the same seed gives the same damage. */
final class XmlMutations {
    private static final String MEMO = "https://DigitalPost.dk/MeMo-1";
    private static final String[] TEXTS = {
        "",
        " ",
        "x",
        "true",
        "false",
        "0",
        "1",
        "yes",
        "-5",
        "99999999999",
        "12345678901234",
        "007",
        "da",
        "dan",
        "d1",
        "a-b",
        "2024-05-03T12:00:00Z",
        "2024-05-03T12:00:00",
        "2024-05-03T12:00:00+02:00",
        "2024-02-30T12:00:00Z",
        "2024-05-03T24:00:00Z",
        "2024-05-03T23:59:60Z",
        "2024-05-03T12:00:00.5Z",
        "2024-05-03T12:00Z",
        " 2024-05-03T12:00:00Z ",
        "2024-05-03",
        "2024-13-03",
        "2024-05-03Z",
        "2024-05-03+14:00",
        "2024-05-03+15:00",
        "20240503",
        "DIGITALPOST",
        "NEMSMS",
        "nemsms",
        "8c2ea15d-61fb-4ba9-9366-42f8b194c114",
        "8c2ea15d-61fb-1ba9-9366-42f8b194c114",
        "8C2EA15D-61FB-4BA9-A366-42F8B194C114",
        "8c2ea15d-61fb-4ba9-c366-42f8b194c114",
        "1-1-4-8-1",
        "VGhpcw==",
        "VGhpcx==",
        "VGhp cw = =",
        "VGh",
        "V===",
        "VGhpcyE=",
        "VGhpcyF=",
        "=",
        "æ",
        "https://a.example/",
        "http://a.example/"
    };

    private final Random random;

    XmlMutations(long seed) {
        this.random = new Random(seed);
    }

    byte[] mutate(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setNamespaceAware(true);
            Document document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
            int damages = 1 + random.nextInt(3);
            for (int i = 0; i < damages; i++) {
                damage(document);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TransformerFactory.newDefaultInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(out));
            return out.toByteArray();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void damage(Document document) {
        List<Element> elements = new ArrayList<>();
        collect(document.getDocumentElement(), elements);
        int at = random.nextInt(elements.size());
        Element element = elements.get(at);
        if (at == 0) {
            root(element);
            return;
        }
        Element parent = (Element) element.getParentNode();
        switch (random.nextInt(12)) {
            case 0 -> parent.removeChild(element);
            case 1 -> parent.insertBefore(element.cloneNode(true), element);
            case 2 -> parent.appendChild(element);
            case 3 -> parent.insertBefore(element, parent.getFirstChild());
            case 4 -> elements.get(random.nextInt(elements.size())).appendChild(element.cloneNode(true));
            case 5 -> document.renameNode(element, element.getNamespaceURI(), "memo:" + element.getLocalName() + "X");
            case 6 -> document.renameNode(element, random.nextBoolean() ? "urn:x" : MEMO, element.getNodeName());
            case 7 -> element.setAttribute("x", "y");
            case 8 -> element.appendChild(document.createTextNode(TEXTS[random.nextInt(TEXTS.length)]));
            case 9 -> element.setTextContent("x".repeat(lengths()[random.nextInt(lengths().length)]));
            default -> leaf(elements).setTextContent(TEXTS[random.nextInt(TEXTS.length)]);
        }
    }

    private static int[] lengths() {
        return new int[] {7, 8, 150, 161, 256, 257, 512, 513};
    }

    private Element leaf(List<Element> elements) {
        List<Element> leaves = elements.stream()
                .filter(element -> element.getElementsByTagName("*").getLength() == 0)
                .toList();
        return leaves.get(random.nextInt(leaves.size()));
    }

    private void root(Element root) {
        switch (random.nextInt(4)) {
            case 0 -> root.removeAttribute("memoVersion");
            case 1 -> root.removeAttribute("memoSchVersion");
            case 2 -> root.setAttribute("memoSchVersion", "1.1.0");
            default -> root.setAttribute("memoVersion", "a");
        }
    }

    private static void collect(Element element, List<Element> into) {
        into.add(element);
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element inner) {
                collect(inner, into);
            }
        }
    }
}
