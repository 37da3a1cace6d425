package dk.borgerbro.eid.internal.identity;

import dk.borgerbro.eid.Attributes;
import dk.borgerbro.eid.OioAttribute;
import dk.borgerbro.eid.internal.saml.AssertionContent.AttributeValue;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From attribute elements to attributes (check R22). An attribute may stand in several elements if they say the same, or if the table of
 * {@link OioAttribute} lets it have any number of values; an unknown one may have several values, but only in one element, since nobody
 * knows whether it may be put together.
 */
final class StatementReader {
    private static final String PATH = "AttributeStatement/Attribute";

    private StatementReader() {}

    static Attributes attributes(List<List<AttributeValue>> statements) {
        if (statements.size() != 1) {
            throw refused("AttributeStatement", "there must be exactly one list of attributes");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (AttributeValue element : statements.get(0)) {
            OioAttribute known = OioAttribute.of(element.name()).orElse(null);
            if (!element.textOnly() && known != OioAttribute.LEGACY_BOOTSTRAP_TOKEN) {
                throw refused(path(known), "has a value that is not text");
            }
            List<String> before = values.get(element.name());
            values.put(
                    element.name(),
                    known == null
                            ? sameAs(before, element.values())
                            : together(before == null ? List.of() : before, element.values()));
        }
        return Attributes.of(values);
    }

    private static List<String> sameAs(@Nullable List<String> before, List<String> now) {
        if (before != null && !before.equals(now)) {
            throw refused(PATH, "an attribute stands there twice with different values");
        }
        return now;
    }

    /** Each value once. If a single-valued attribute then has several, the profile's rules refuse it. */
    private static List<String> together(List<String> before, List<String> now) {
        if (before.isEmpty() && now.size() <= 1) {
            return now;
        }
        LinkedHashSet<String> different = new LinkedHashSet<>(before);
        different.addAll(now);
        return List.copyOf(different);
    }

    private static String path(@Nullable OioAttribute attribute) {
        return attribute == null ? PATH : ProfileRules.path(attribute);
    }

    private static LoginRejectedException refused(String path, String reason) {
        return LoginRejectedException.of(LoginCheck.R22_ATTRIBUTES, path, reason);
    }
}
