package dk.borgerbro.eid.internal.privilege;

import dk.borgerbro.core.support.xml.XmlNamespaces;
import dk.borgerbro.core.support.xml.XmlWriter;
import dk.borgerbro.eid.privilege.Constraint;
import dk.borgerbro.eid.privilege.PrivilegeGroup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.List;

/** Writes a privilege list of version 1.2, so that tests can log in users who have privileges. */
public final class PrivilegeWriting {
    private static final XmlNamespaces NAMES = XmlNamespaces.of("bpp", PrivilegeReading.NAMESPACE);

    private PrivilegeWriting() {}

    /** {@return the list as an attribute value carries it} */
    public static String base64(List<PrivilegeGroup> groups) {
        return Base64.getEncoder().encodeToString(xml(groups));
    }

    static byte[] xml(List<PrivilegeGroup> groups) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
        try {
            XmlWriter.write(out, NAMES, "bpp:PrivilegeList", list -> {
                for (PrivilegeGroup group : groups) {
                    list.element("PrivilegeGroup", element -> write(group, element));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be written", e);
        }
        return out.toByteArray();
    }

    private static void write(PrivilegeGroup group, XmlWriter element) throws IOException {
        element.attribute("Scope", group.scope().uri());
        for (String privilege : group.privileges()) {
            element.text("Privilege", privilege);
        }
        for (Constraint constraint : group.constraints()) {
            element.element(
                    "Constraint",
                    written -> written.attribute("Name", constraint.name()).characters(constraint.value()));
        }
    }
}
