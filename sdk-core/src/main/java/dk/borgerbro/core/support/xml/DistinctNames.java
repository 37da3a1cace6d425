package dk.borgerbro.core.support.xml;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts the different names of a document: parsers keep each one, so a sender could fill the memory with them. */
final class DistinctNames {
    private final XmlLimits limits;
    private final Set<String> names = new HashSet<>();

    DistinctNames(XmlLimits limits) {
        this.limits = limits;
    }

    /** Returns the limit that the name breaks, null if none. */
    @Nullable
    XmlRule add(@Nullable String name) {
        if (name == null || name.isEmpty() || !names.add(name)) {
            return null;
        }
        if (name.length() > limits.nameLength()) {
            return XmlRule.NAME;
        }
        return names.size() > limits.distinctNames() ? XmlRule.NAMES : null;
    }
}
