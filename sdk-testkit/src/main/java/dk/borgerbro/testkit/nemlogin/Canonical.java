package dk.borgerbro.testkit.nemlogin;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Canonical XML by the JDK's own transforms, of one element at a time. */
final class Canonical {
    private Canonical() {}

    /** {@return what is signed of an element in its place; no comments, as for every reference by bare name} */
    static byte[] withoutComments(Element element, String algorithm) {
        Element alone = XmlPart.alone(element).getDocumentElement();
        removeComments(alone);
        return of(XmlText.of(alone), algorithm);
    }

    /** {@return what is signed of a SignedInfo} */
    static byte[] of(Element element, String algorithm) {
        return of(XmlText.of(XmlPart.alone(element).getDocumentElement()), algorithm);
    }

    private static byte[] of(String text, String algorithm) {
        try {
            TransformService service = TransformService.getInstance(algorithm, "DOM");
            @Nullable TransformParameterSpec none = null;
            service.init(none);
            OctetStreamData octets =
                    new OctetStreamData(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
            return ((OctetStreamData) service.transform(octets, null))
                    .getOctetStream()
                    .readAllBytes();
        } catch (GeneralSecurityException | TransformException | IOException e) {
            throw new IllegalArgumentException("the JDK cannot apply " + algorithm, e);
        }
    }

    private static void removeComments(Node node) {
        Node child = node.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (child.getNodeType() == Node.COMMENT_NODE) {
                node.removeChild(child);
            } else {
                removeComments(child);
            }
            child = next;
        }
    }
}
