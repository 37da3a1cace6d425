package dk.borgerbro.eid.internal.structure;

import dk.borgerbro.eid.internal.saml.EngineCheck;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.structure.ElementRule.OtherAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.CharacterData;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/**
 * Checks a message against the table of SAML 2.0. Immutable and thread-safe.
 *
 * <p>It refuses, though the schemas would not: a version other than 2.0; ids that are not ASCII or stand in white space; texts that are
 * no URI reference where one belongs; years and midnights as {@link XmlDateTime} says; {@code xsi:type} in other places or of other types
 * than listed here; and elements of the namespaces in the table that no response, assertion or logout message needs (other protocol messages,
 * abstract statements and identifiers, key agreement, derived keys, manifests, explicit curve parameters; in an encryption method other
 * parameters than key size, label, digest and mask).
 */
public final class SamlStructure {
    private static final Map<String, Vocabulary> VOCABULARIES = vocabularies();
    private static final Map<String, ElementRule> SCHEMA_TYPES = Map.of(
            "string", ElementRule.text(Lexical.STRING),
            "anyURI", ElementRule.text(Lexical.ANY_URI),
            "boolean", ElementRule.text(Lexical.BOOLEAN),
            "integer", ElementRule.text(Lexical.INTEGER),
            "dateTime", ElementRule.text(Lexical.DATE_TIME),
            "base64Binary", ElementRule.text(Lexical.BASE64),
            "anyType", ElementRule.anything());

    private final EngineCheck check;

    private SamlStructure(EngineCheck check) {
        this.check = check;
    }

    /**
     * Checks an element and all that it holds.
     *
     * @param check what to refuse under
     */
    public static void check(Element root, String namespace, String name, EngineCheck check) throws Refusal {
        SamlStructure structure = new SamlStructure(check);
        if (!name.equals(root.getLocalName()) || !namespace.equals(root.getNamespaceURI())) {
            throw new Refusal(check, "/" + name, "another element stands in its place");
        }
        structure.known(root);
    }

    private void known(Element element) throws Refusal {
        Vocabulary vocabulary = VOCABULARIES.get(element.getNamespaceURI());
        ElementRule rule = vocabulary == null ? null : vocabulary.rule(element.getLocalName());
        if (element.hasAttributes() && element.hasAttributeNS(Namespaces.INSTANCE, "type")) {
            rule = typed(element, vocabulary);
        }
        if (rule == null) {
            throw refuse(element, "is not expected in a message of this kind");
        }
        attributes(element, rule);
        if (rule.text() != null && !isNil(element)) {
            text(element, rule.text());
        } else {
            content(element, rule);
        }
    }

    /** {@return the rule of the type that an element names} */
    private @Nullable ElementRule typed(Element element, @Nullable Vocabulary vocabulary) {
        String name = Lexical.collapsed(element.getAttributeNS(Namespaces.INSTANCE, "type"));
        int colon = name.indexOf(':');
        String namespace = element.lookupNamespaceURI(colon < 0 ? null : name.substring(0, colon));
        String local = name.substring(colon + 1);
        if (isAttributeValue(element) && Namespaces.SCHEMA.equals(namespace)) {
            return SCHEMA_TYPES.get(local);
        }
        if (vocabulary == null || !vocabulary.namespace().equals(namespace)) {
            return null;
        }
        return vocabulary.typedRule(element.getLocalName(), local);
    }

    private void attributes(Element element, ElementRule rule) throws Refusal {
        NamedNodeMap attributes = element.getAttributes();
        int required = 0;
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            if (attribute.getNamespaceURI() == null) {
                Lexical type = rule.attributes().get(attribute.getName());
                if (type == null ? rule.others() != OtherAttributes.ALL : !type.accepts(attribute.getValue())) {
                    throw refuse(element, type == null ? "has an unknown attribute" : "has an attribute of wrong form");
                }
                required += rule.required().contains(attribute.getName()) ? 1 : 0;
            } else if (!foreign(element, attribute, rule.others() != OtherAttributes.NONE)) {
                throw refuse(element, "has an attribute of another namespace that may not stand there");
            }
        }
        if (required < rule.required().size()) {
            throw refuse(element, "lacks a required attribute");
        }
    }

    private static boolean foreign(Element element, Attr attribute, boolean taken) {
        String name = attribute.getLocalName();
        return switch (attribute.getNamespaceURI()) {
            case "http://www.w3.org/2000/xmlns/" -> true;
            case Namespaces.INSTANCE ->
                switch (name) {
                    case "type", "schemaLocation", "noNamespaceSchemaLocation" -> true;
                    case "nil" -> isAttributeValue(element) && Lexical.BOOLEAN.accepts(attribute.getValue());
                    default -> false;
                };
            case "http://www.w3.org/XML/1998/namespace" ->
                taken
                        && switch (name) {
                            case "lang" -> Lexical.LANGUAGE.accepts(attribute.getValue());
                            case "space" -> Lexical.SPACE.accepts(attribute.getValue());
                            default -> false;
                        };
            default -> taken && !VOCABULARIES.containsKey(attribute.getNamespaceURI());
        };
    }

    private void text(Element element, Lexical type) throws Refusal {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element) {
                throw refuse(element, "has elements where only text is expected");
            }
        }
        if (!type.accepts(Texts.of(element))) {
            throw refuse(element, "has a text of wrong form");
        }
    }

    private void content(Element element, ElementRule rule) throws Refusal {
        Children children = Children.of(element);
        if (isNil(element)) {
            if (element.hasChildNodes()
                    && (children.next() != null || !Texts.of(element).isEmpty())) {
                throw refuse(element, "says that it is empty and is not");
            }
            return;
        }
        if (!rule.mixed()) {
            noText(element, rule.isEmpty());
        }
        if (!rule.children().match(children) || children.next() != null) {
            throw refuse(element, "has elements that are missing, too many or not in order");
        }
        for (Element child = Children.of(element).next(); child != null; child = following(child)) {
            child(child);
        }
    }

    private void child(Element child) throws Refusal {
        if (VOCABULARIES.containsKey(child.getNamespaceURI())) {
            known(child);
        } else {
            unknown(child);
        }
    }

    /** What is not in the table may hold anything, but what of it is in the table must be right. */
    private void unknown(Element element) throws Refusal {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            Attr attribute = (Attr) attributes.item(i);
            boolean type = Namespaces.INSTANCE.equals(attribute.getNamespaceURI())
                    && attribute.getLocalName().equals("type");
            if (type || (attribute.getNamespaceURI() != null && !foreign(element, attribute, true))) {
                throw refuse(element, "has an attribute of another namespace that may not stand there");
            }
        }
        for (Element child = Children.of(element).next(); child != null; child = following(child)) {
            child(child);
        }
    }

    private void noText(Element element, boolean notEvenSpace) throws Refusal {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            boolean text = node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE;
            if (text && (notEvenSpace || !isBlank(((CharacterData) node).getData()))) {
                throw refuse(element, "has text where only elements are expected");
            }
        }
    }

    private static boolean isBlank(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (!Lexical.isSpace(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static @Nullable Element following(Element element) {
        return Children.elementFrom(element.getNextSibling());
    }

    private static boolean isAttributeValue(Element element) {
        return element.getLocalName().equals("AttributeValue")
                && Namespaces.ASSERTION.equals(element.getNamespaceURI());
    }

    private static boolean isNil(Element element) {
        if (!element.hasAttributes() || !isAttributeValue(element)) {
            return false;
        }
        String nil = Lexical.collapsed(element.getAttributeNS(Namespaces.INSTANCE, "nil"));
        return nil.equals("true") || nil.equals("1");
    }

    private Refusal refuse(Element element, String reason) {
        return new Refusal(check, path(element), reason);
    }

    /** {@return the way to an element, naming only what is in the table} */
    private static String path(Element element) {
        Deque<String> names = new ArrayDeque<>();
        for (Node node = element; node instanceof Element one; node = node.getParentNode()) {
            names.addFirst(isInTable(one) ? one.getLocalName() : "*");
        }
        return "/" + String.join("/", names);
    }

    static boolean isInTable(Element element) {
        Vocabulary vocabulary = VOCABULARIES.get(element.getNamespaceURI());
        return vocabulary != null && vocabulary.rule(element.getLocalName()) != null;
    }

    private static Map<String, Vocabulary> vocabularies() {
        Map<String, Vocabulary> all = new HashMap<>();
        for (Vocabulary one : new Vocabulary[] {
            SamlVocabulary.protocol(),
            SamlVocabulary.assertion(),
            SignatureVocabulary.signature(),
            SignatureVocabulary.signature11(),
            SignatureVocabulary.exclusiveCanonicalization(),
            EncryptionVocabulary.encryption(),
            EncryptionVocabulary.encryption11(),
            new Vocabulary(Namespaces.SCHEMA)
        }) {
            all.put(one.namespace(), one);
        }
        return all;
    }
}
