package dk.borgerbro.digitalpost.internal.memo;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where an element stands. Its path is spelt late: only then is it known whether it has siblings of its name. */
final class Place {
    private static final Pattern PERSON_LIKE = Pattern.compile("\\d{6}-?\\d{4}|\\d{8,}");

    private final @Nullable Place parent;
    private final String name;
    private final Siblings siblings;
    private final int position;

    private Place(@Nullable Place parent, String name, Siblings siblings) {
        this.parent = parent;
        this.name = name;
        this.siblings = siblings;
        this.position = ++siblings.count;
    }

    static Place root(String name) {
        return new Place(null, local(name), new Siblings());
    }

    Place child(String name, Siblings siblings) {
        return new Place(this, local(name), siblings);
    }

    /** A place that has no siblings, or might have them in vain: what is missing, what nobody knows, attributes. */
    Place child(String name) {
        return child(name, new Siblings());
    }

    /** A name is the sender's own where it is not known, so whatever looks like a number of a person is hidden. */
    Place stranger(String name) {
        return child(PERSON_LIKE.matcher(local(name)).replaceAll("(hidden)"));
    }

    String name() {
        return name;
    }

    @Nullable
    Place parent() {
        return parent;
    }

    /** {@return position among those of its name, from 1} */
    int position() {
        return position;
    }

    String path() {
        return (parent == null ? "" : parent.path()) + "/" + name + (siblings.count > 1 ? "[" + position + "]" : "");
    }

    static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    /** Counts the elements of one name in one parent. */
    static final class Siblings {
        private int count;

        int count() {
            return count;
        }
    }
}
