package dk.borgerbro.eid.internal.privilege;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.core.support.xml.XmlLimits;
import dk.borgerbro.core.support.xml.XmlNamespaces;
import dk.borgerbro.core.support.xml.XmlReader;
import dk.borgerbro.core.support.xml.XmlReadingException;
import dk.borgerbro.eid.internal.encoding.Base64Text;
import dk.borgerbro.eid.privilege.Constraint;
import dk.borgerbro.eid.privilege.PrivilegeGroup;
import dk.borgerbro.eid.privilege.Scope;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a privilege list: the content model of version 1.2 in both namespaces, with constraints and privileges in any order and any number
 * of groups. All else that the schema refuses is refused, since a list that is half understood gives the wrong rights.
 */
public final class PrivilegeReading {
    /** Version 1.2, by the Agency for Digital Government (da: Digitaliseringsstyrelsen). */
    static final String NAMESPACE = "http://digst.dk/oiosaml/basic_privilege_profile";

    private static final String RULE = "BPP";
    private static final CallReference CALL = CallReference.local("login", "privileges");
    private static final XmlNamespaces NAMES = XmlNamespaces.of("bpp", NAMESPACE)
            .and("old", "http://itst.dk/oiosaml/basic_privilege_profile")
            .and("xsi", "http://www.w3.org/2001/XMLSchema-instance");
    private static final XmlLimits LIMITS = new XmlLimits(1 << 20, 1 << 16, 1 << 14, 8, 16, 256, 256);

    private PrivilegeReading() {}

    /**
     * {@return the groups of an encoded list}
     *
     * @throws InvalidMessageException if it is no such list
     */
    public static List<PrivilegeGroup> ofBase64(String base64) {
        byte[] xml = Base64Text.decode(base64).orElseThrow(() -> refused("the privilege list is not base64"));
        return ofXml(xml);
    }

    /**
     * {@return the groups of a list}
     *
     * @throws InvalidMessageException if it is no such list
     */
    public static List<PrivilegeGroup> ofXml(byte[] xml) {
        requireUtf8(xml);
        try {
            return XmlReader.read(new ByteArrayInputStream(xml), NAMES, LIMITS, PrivilegeReading::list);
        } catch (XmlReadingException e) {
            throw e.asInvalidMessage(CALL);
        } catch (IOException e) {
            throw new UncheckedIOException("bytes in memory cannot be read", e);
        }
    }

    /** The profile knows no other, and the JDK's reader writes a line to the error output when it meets bytes that are none. */
    private static void requireUtf8(byte[] xml) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(xml));
        } catch (CharacterCodingException e) {
            throw refused("the privilege list is not UTF-8");
        }
    }

    private static InvalidMessageException refused(String message) {
        return new InvalidMessageException(CALL, List.of(Finding.error(RULE, "", message)));
    }

    private static List<PrivilegeGroup> list(XmlReader xml) throws IOException {
        if (!xml.name().equals("old:PrivilegeList")) {
            xml.require("bpp:PrivilegeList");
        }
        requireNoAttributesBut("", xml);
        List<PrivilegeGroup> groups = new ArrayList<>();
        xml.eachChild(name -> {
            xml.require("PrivilegeGroup");
            groups.add(group(xml));
        });
        return groups;
    }

    private static PrivilegeGroup group(XmlReader xml) throws IOException {
        requireNoAttributesBut("Scope", xml);
        String scope = required("Scope", xml);
        List<String> privileges = new ArrayList<>();
        List<Constraint> constraints = new ArrayList<>();
        xml.eachChild(name -> {
            switch (name) {
                case "Privilege" -> {
                    requireNoAttributesBut("", xml);
                    privileges.add(anyUri(xml.text()));
                }
                case "Constraint" -> {
                    requireNoAttributesBut("Name", xml);
                    constraints.add(new Constraint(anyUri(required("Name", xml)), xml.text()));
                }
                default -> throw xml.fault(RULE, "expected Privilege or Constraint, in no namespace");
            }
        });
        if (privileges.isEmpty()) {
            throw xml.fault(RULE, "a group has no privilege");
        }
        return PrivilegeGroup.of(Scope.of(scope), privileges, constraints);
    }

    private static String required(String attribute, XmlReader xml) throws XmlReadingException {
        Optional<String> value = xml.attribute(attribute);
        if (value.isEmpty()) {
            throw xml.fault(RULE, "the attribute " + attribute + " is missing");
        }
        return value.get();
    }

    /** Every element may say its type and where its schema is (XML Schema part 1, 2.6). */
    private static void requireNoAttributesBut(String allowed, XmlReader xml) throws XmlReadingException {
        for (String name : xml.attributeNames()) {
            if (!name.equals(allowed) && !name.startsWith("xsi:")) {
                throw xml.fault(RULE, "has an attribute that the profile does not know");
            }
        }
    }

    /** White space around a URI is not part of it (XML Schema part 2, 3.2.17): only what XML calls so. */
    private static String anyUri(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isXmlSpace(text.charAt(start))) {
            start++;
        }
        while (end > start && isXmlSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isXmlSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
