package dk.borgerbro.eid.privilege;

import java.util.List;
import java.util.Objects;

/**
 * Privileges that belong together: they hold for one scope and, if there are constraints, only as far as all of these reach. Groups are
 * alternatives, so a constraint says nothing of other groups. Immutable. Prints nothing of its constraints' values.
 */
public final class PrivilegeGroup {
    private final Scope scope;
    private final List<String> privileges;
    private final List<Constraint> constraints;

    private PrivilegeGroup(Scope scope, List<String> privileges, List<Constraint> constraints) {
        this.scope = Objects.requireNonNull(scope, "scope");
        this.privileges = List.copyOf(privileges);
        this.constraints = List.copyOf(constraints);
    }

    /**
     * {@return a group without constraints (model 2)}
     *
     * @param privileges URIs of the privileges; the profile wants at least one
     */
    public static PrivilegeGroup of(Scope scope, List<String> privileges) {
        return new PrivilegeGroup(scope, privileges, List.of());
    }

    /**
     * {@return a group with constraints (model 3)}
     *
     * @param privileges URIs of the privileges; the profile wants at least one
     */
    public static PrivilegeGroup of(Scope scope, List<String> privileges, List<Constraint> constraints) {
        return new PrivilegeGroup(scope, privileges, constraints);
    }

    /** {@return for whom or what the privileges hold} */
    public Scope scope() {
        return scope;
    }

    /** {@return the privileges' URIs, in the order received} */
    public List<String> privileges() {
        return privileges;
    }

    /** {@return the limits of these privileges, in the order received; none means that they hold without limit} */
    public List<Constraint> constraints() {
        return constraints;
    }

    /** {@return whether the privilege is in this group, character by character; <em>only within {@link #constraints()}</em>} */
    public boolean contains(String privilege) {
        return privileges.contains(privilege);
    }

    /** {@return the values of the constraints with this very name, in the order received} */
    public List<String> constraintValues(String name) {
        return constraints.stream()
                .filter(constraint -> constraint.name().equals(name))
                .map(Constraint::value)
                .toList();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PrivilegeGroup that
                && scope.equals(that.scope)
                && privileges.equals(that.privileges)
                && constraints.equals(that.constraints);
    }

    @Override
    public int hashCode() {
        return Objects.hash(scope, privileges, constraints);
    }

    @Override
    public String toString() {
        return "PrivilegeGroup(" + scope + ", " + privileges.size() + " privileges, " + constraints.size()
                + " constraints)";
    }
}
