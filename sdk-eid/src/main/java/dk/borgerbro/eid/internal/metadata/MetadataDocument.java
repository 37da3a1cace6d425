package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.core.support.xml.Elements;
import dk.borgerbro.core.support.xml.SafeXml;
import dk.borgerbro.core.support.xml.XmlLimits;
import dk.borgerbro.core.support.xml.XmlReadingException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;

/** A metadata file: one entity, or a list of entities in which one is looked for. */
final class MetadataDocument {
    /** A federation's list may be large, but a tree takes many times the size of its bytes. */
    static final long LIMIT = 4L * 1024 * 1024;

    private static final XmlLimits LIMITS = XmlLimits.TREE.withTotalBytes(LIMIT);

    private final Element root;

    private MetadataDocument(Element root) {
        this.root = root;
    }

    /** {@return the document}, refused with a typed error unless it is metadata */
    static MetadataDocument parse(byte[] content) {
        try {
            return parse(new ByteArrayInputStream(content));
        } catch (XmlReadingException e) {
            throw e.asInvalidMessage(Md.CALL);
        } catch (IOException e) {
            throw new IllegalStateException("memory does not fail", e);
        }
    }

    /** {@return the document}, refused with a typed error unless it is metadata; the source's own failures stay as they are */
    static MetadataDocument parse(InputStream in) throws IOException {
        return of(SafeXml.document(in, LIMITS).getDocumentElement());
    }

    /** {@return the document below an element} */
    static MetadataDocument of(Element root) {
        if (!Md.is(root, "EntityDescriptor") && !Md.is(root, "EntitiesDescriptor")) {
            throw Md.fault(
                    "2.3",
                    "/",
                    "the document is no SAML 2.0 metadata: it must begin with md:EntityDescriptor or a list");
        }
        return new MetadataDocument(root);
    }

    /** {@return all entities, in order} */
    List<Element> entities() {
        List<Element> found = new ArrayList<>();
        Deque<Element> open = new ArrayDeque<>(List.of(root));
        while (!open.isEmpty()) {
            Element at = open.pop();
            if (Md.is(at, "EntityDescriptor")) {
                found.add(at);
            }
            List<Element> below = Md.is(at, "EntitiesDescriptor") ? Elements.children(at) : List.of();
            for (int i = below.size() - 1; i >= 0; i--) {
                open.push(below.get(i));
            }
        }
        return found;
    }

    /**
     * {@return the identity provider's entity}
     *
     * @param expected its name, null if it is not pinned
     */
    Element identityProvider(@Nullable String expected) {
        List<Element> named = entities().stream()
                .filter(entity -> expected == null || expected.equals(entity.getAttributeNS(null, "entityID")))
                .toList();
        if (named.isEmpty()) {
            throw Md.fault(
                    "2.3.2",
                    "EntityDescriptor/@entityID",
                    expected == null
                            ? "the list is empty"
                            : "the metadata do not describe " + expected + ", which is the one configured");
        }
        List<Element> providers = named.stream()
                .filter(entity -> !Md.children(entity, "IDPSSODescriptor").isEmpty())
                .toList();
        if (providers.isEmpty()) {
            throw Md.fault("2.4.3", "EntityDescriptor/IDPSSODescriptor", "the metadata describe no identity provider");
        }
        if (providers.size() > 1) {
            throw Md.fault(
                    "2.3.1",
                    "EntitiesDescriptor",
                    expected != null
                            ? "the list describes the configured identity provider twice"
                            : "the list describes several identity providers; say which one is meant");
        }
        return providers.get(0);
    }
}
