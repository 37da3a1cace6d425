package dk.borgerbro.eid.privilege;

import dk.borgerbro.eid.internal.privilege.PrivilegeReading;
import dk.borgerbro.eid.internal.privilege.PrivilegeWriting;
import java.util.Arrays;
import java.util.List;

/**
 * The privileges of a user (da: rettigheder), by the OIO Basic Privilege Profile 1.2. Immutable and thread-safe. Prints no content.
 *
 * <p>There is no simple yes or no on purpose: a privilege in a group with constraints holds only within them, and their meaning belongs to
 * the system that is asked.
 *
 * <pre>{@code
 * boolean mayRead = privileges.granting("urn:dk:example:read", Scope.cvr(ourCvr)).stream()
 *         .anyMatch(group -> group.constraints().isEmpty() || covers(group.constraints(), document));
 * }</pre>
 *
 * <p>Reading is tolerant where lists in use differ from the schemas, and nowhere else: both namespaces ({@code digst.dk} of 1.2 and
 * {@code itst.dk} of 1.0.1) with the content of 1.2; constraints before privileges; no group at all; any case in the known prefixes of a
 * scope; line breaks in the base64; a byte order mark. A list is at most 1 MiB of XML.
 */
public final class PrivilegeList {
    private static final PrivilegeList EMPTY = new PrivilegeList(List.of());

    private final List<PrivilegeGroup> groups;

    private PrivilegeList(List<PrivilegeGroup> groups) {
        this.groups = List.copyOf(groups);
    }

    /** {@return no privileges} */
    public static PrivilegeList empty() {
        return EMPTY;
    }

    /** {@return the privileges of these groups} */
    public static PrivilegeList of(List<PrivilegeGroup> groups) {
        return new PrivilegeList(groups);
    }

    /** {@return the privileges of these groups} */
    public static PrivilegeList of(PrivilegeGroup... groups) {
        return new PrivilegeList(Arrays.asList(groups));
    }

    /**
     * {@return the privileges in an attribute value, as {@code privilegesIntermediate} carries them}
     *
     * @param base64 of the XML; blank means no privileges
     * @throws dk.borgerbro.core.error.InvalidMessageException if it is not base64 of a privilege list; whoever sent it must act
     */
    public static PrivilegeList parse(String base64) {
        return base64.isBlank() ? EMPTY : of(PrivilegeReading.ofBase64(base64));
    }

    /**
     * {@return the privileges in an XML document}
     *
     * @throws dk.borgerbro.core.error.InvalidMessageException if it is no privilege list; whoever sent it must act
     */
    public static PrivilegeList ofXml(byte[] xml) {
        return of(PrivilegeReading.ofXml(xml));
    }

    /** {@return all groups, in the order received; several may have the same scope} */
    public List<PrivilegeGroup> groups() {
        return groups;
    }

    /** {@return whether there are no privileges at all} */
    public boolean isEmpty() {
        return groups.isEmpty();
    }

    /** {@return the groups that hold for this scope} */
    public List<PrivilegeGroup> in(Scope scope) {
        return groups.stream().filter(group -> group.scope().equals(scope)).toList();
    }

    /**
     * {@return the groups that give a privilege in a scope; each <em>only within its constraints</em>, and nothing if none is returned}
     *
     * @param privilege its URI, character by character
     */
    public List<PrivilegeGroup> granting(String privilege, Scope scope) {
        return groups.stream()
                .filter(group -> group.scope().equals(scope) && group.contains(privilege))
                .toList();
    }

    /**
     * {@return the same as XML of version 1.2, in base64 without line breaks: what {@link #parse} takes}
     *
     * @throws dk.borgerbro.core.error.InvalidInputException if a text holds a character that XML cannot carry
     */
    public String toBase64() {
        return PrivilegeWriting.base64(groups);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PrivilegeList that && groups.equals(that.groups);
    }

    @Override
    public int hashCode() {
        return groups.hashCode();
    }

    @Override
    public String toString() {
        return "PrivilegeList(" + groups.size() + " groups)";
    }
}
