package dk.borgerbro.core.support.signature;

import dk.borgerbro.core.support.xml.Elements;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

/**
 * The ids of a document, as anybody could read them: every attribute that any of the standards uses as id counts, so that two readers
 * cannot find two elements by one id.
 */
final class ElementIds {
    private static final Set<String> ID_NAMES = Set.of("id", "assertionid", "responseid", "requestid");

    private final Map<String, List<Attr>> byId = new HashMap<>();

    ElementIds(Element root) {
        for (Element at = root; at != null; at = Elements.next(at, root)) {
            NamedNodeMap attributes = at.getAttributes();
            for (int i = 0; i < attributes.getLength(); i++) {
                Attr attribute = (Attr) attributes.item(i);
                if (ID_NAMES.contains(attribute.getLocalName().toLowerCase(Locale.ROOT))) {
                    byId.computeIfAbsent(attribute.getValue(), id -> new ArrayList<>())
                            .add(attribute);
                }
            }
        }
    }

    /** Returns the attribute that carries an id, null unless there is exactly one in the document. */
    @Nullable
    Attr only(String id) {
        List<Attr> found = byId.getOrDefault(id, List.of());
        return found.size() == 1 ? found.get(0) : null;
    }
}
