package dk.borgerbro.eid.privilege;

import java.util.Objects;

/**
 * A limit on the privileges of one group (da: dataafgrænsning), such as a KLE subject or a degree of sensitivity. What the value means is
 * known to the system that the privileges are for, and to nobody else: it may be a pattern, a number or a list. Prints its name only.
 *
 * @param name URI of the kind of limit, such as {@code urn:dk:kombit:KLE}
 * @param value as it stands, white space included
 */
public record Constraint(String name, String value) {
    /** Refuses absent parts. */
    public Constraint {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(value, "value");
    }

    @Override
    public String toString() {
        return "Constraint(" + name + ", value hidden)";
    }
}
