package dk.borgerbro.eid.internal.structure;

import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.Text;

/** The text of elements. */
public final class Texts {
    private Texts() {}

    /** {@return the whole text, joined around comments and processing instructions} */
    public static String of(Element element) {
        Node first = element.getFirstChild();
        if (first == null) {
            return "";
        }
        return first instanceof Text text && text.getNextSibling() == null ? text.getData() : element.getTextContent();
    }

    /** {@return the whole text without white space around, for types that do not count it (xs:anyURI, xs:dateTime)} */
    public static String token(Element element) {
        return Lexical.collapsed(of(element));
    }

    /** {@return the value of an attribute without white space around} */
    public static String token(String value) {
        return Lexical.collapsed(value);
    }
}
