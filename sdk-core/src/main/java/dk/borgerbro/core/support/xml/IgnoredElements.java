package dk.borgerbro.core.support.xml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Paths of the elements that nobody read; bounded, since the sender decides how many there are. */
final class IgnoredElements {
    private static final int MOST = 100;

    private final Set<String> paths = new LinkedHashSet<>();

    void add(String path) {
        if (paths.size() < MOST) {
            paths.add(path);
        }
    }

    List<String> paths() {
        return List.copyOf(paths);
    }
}
