package dk.borgerbro.digitalpost.internal.memo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An element's children in the order of the schema. */
final class Sequence implements XmlType {
    private final List<Part> parts;
    private final Map<String, Integer> positions = new LinkedHashMap<>();

    private Sequence(List<Part> parts) {
        this.parts = parts;
        for (Part part : parts) {
            positions.put(part.name(), positions.size());
        }
    }

    static Sequence of(Part... parts) {
        return new Sequence(List.of(parts));
    }

    List<Part> parts() {
        return parts;
    }

    /** {@return position of a name, -1 if it does not belong here} */
    int position(String name) {
        return positions.getOrDefault(name, -1);
    }

    /** {@return the part that has this name in another namespace} */
    Optional<Part> namesake(String local) {
        return parts.stream()
                .filter(part -> Place.local(part.name()).equals(local))
                .findFirst();
    }
}
