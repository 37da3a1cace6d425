package dk.borgerbro.eid.internal.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.eid.Identity;
import dk.borgerbro.eid.OioAttribute;
import dk.borgerbro.eid.OioAttribute.Occurs;
import dk.borgerbro.eid.SubjectKind;
import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.AssertionContent.AttributeValue;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import dk.borgerbro.eid.saml.NameId;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random lists of attributes, good and bad, against the rules said in another way. */
class IdentityReaderPropertyTest {
    private static final List<String> TEXTS =
            List.of("", " ", "12345678", "99000007", "High", "Low", "æøå", "<x>", "PGE+", "01-02-1973", "urn:uuid:x");

    private final Random random = new Random(2240);

    @Test
    void whatIsAcceptedKeepsTheRulesAndWhatIsRefusedBreaksOne() {
        int accepted = 0;
        for (int i = 0; i < 20_000; i++) {
            Assertions assertion = assertion();
            AssertionContent content = assertion.content();
            SubjectKind kind = kind(assertion);
            Optional<LoginCheck> expected = expected(kind, assertion.attributes());
            try {
                IdentityReader reader = IdentityReader.oio3();
                Identity identity = reader.identity(content, reader.subject(content), null);
                assertThat(expected).as("%s", i).isEmpty();
                assertThat(identity.subject().kind()).isEqualTo(kind);
                assertKept(assertion.attributes(), identity);
                touchEveryAccessor(identity);
                accepted++;
            } catch (LoginRejectedException e) {
                assertThat(expected).as("%s", i).hasValue(e.code());
            }
        }
        assertThat(accepted).isBetween(2000, 18_000);
    }

    private Assertions assertion() {
        boolean person = random.nextBoolean();
        Assertions assertion = person ? Assertions.person() : Assertions.professional();
        if (random.nextInt(10) == 0) {
            assertion = assertion.named(NameId.of(person ? Assertions.PROFESSIONAL_ID : Assertions.PERSON_ID)
                    .withFormat(NameId.TRANSIENT));
        }
        OioAttribute[] all = OioAttribute.values();
        for (int n = random.nextInt(6); n > 0; n--) {
            String name =
                    random.nextInt(4) == 0 ? "urn:unknown:" + random.nextInt(3) : all[random.nextInt(all.length)].uri();
            List<String> values = new ArrayList<>();
            for (int v = random.nextInt(8) == 0 ? random.nextInt(4) : 1; v > 0; v--) {
                values.add(TEXTS.get(random.nextInt(TEXTS.size())));
            }
            if (random.nextInt(3) > 0) {
                assertion = OioAttribute.of(name).map(assertion::without).orElse(assertion);
            }
            assertion = assertion.with(new AttributeValue(name, Optional.empty(), values, random.nextInt(50) > 0));
        }
        List<AttributeValue> shuffled = new ArrayList<>(assertion.attributes());
        Collections.shuffle(shuffled, random);
        return new Assertions(assertion.nameId(), shuffled);
    }

    private static SubjectKind kind(Assertions assertion) {
        NameId nameId = assertion.nameId();
        return nameId != null && nameId.value().contains("/person/") ? SubjectKind.PERSON : SubjectKind.PROFESSIONAL;
    }

    /** The rules, by sets instead of step by step. */
    private static Optional<LoginCheck> expected(SubjectKind kind, List<AttributeValue> elements) {
        Map<String, Set<String>> different = new HashMap<>();
        Map<String, Set<List<String>>> lists = new HashMap<>();
        for (AttributeValue element : elements) {
            if (!element.textOnly() && !element.name().equals("urn:liberty:disco:2006-08:DiscoveryEPR")) {
                return Optional.of(LoginCheck.R22_ATTRIBUTES);
            }
            different.computeIfAbsent(element.name(), name -> new HashSet<>()).addAll(element.values());
            lists.computeIfAbsent(element.name(), name -> new HashSet<>()).add(element.values());
        }
        for (String name : different.keySet()) {
            Optional<OioAttribute> known = OioAttribute.of(name);
            boolean contradiction = known.isPresent()
                    ? known.get().occurs() != Occurs.ANY_NUMBER
                            && different.get(name).size() > 1
                    : lists.get(name).size() > 1;
            if (contradiction) {
                return Optional.of(LoginCheck.R22_ATTRIBUTES);
            }
        }
        boolean foreign = different.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .flatMap(entry -> OioAttribute.of(entry.getKey()).stream())
                .anyMatch(attribute -> !attribute.holder().admits(kind));
        boolean whole = text(different, OioAttribute.SPEC_VERSION).matches("(?s).*\\S.*")
                && (kind == SubjectKind.PERSON
                        || (text(different, OioAttribute.CVR).matches("[0-9]{8}")
                                && text(different, OioAttribute.ORGANISATION_NAME)
                                        .matches("(?s).*\\S.*")));
        return foreign || !whole ? Optional.of(LoginCheck.R23_ATTRIBUTE_PROFILE) : Optional.empty();
    }

    private static String text(Map<String, Set<String>> different, OioAttribute attribute) {
        return String.join("", different.getOrDefault(attribute.uri(), Set.of()));
    }

    private static void assertKept(List<AttributeValue> elements, Identity identity) {
        for (AttributeValue element : elements) {
            assertThat(identity.attributes().names()).contains(element.name());
            assertThat(identity.attributes().values(element.name())).containsAll(element.values());
        }
    }

    private static void touchEveryAccessor(Identity identity) {
        for (Method accessor : identity.getClass().getMethods()) {
            if (accessor.getParameterCount() == 0 && accessor.getDeclaringClass() != Object.class) {
                try {
                    assertThat(accessor.invoke(identity)).as(accessor.getName()).isNotNull();
                } catch (InvocationTargetException e) {
                    assertThat(Set.of("privileges", "bootstrapToken", "cvr")).contains(accessor.getName());
                    assertThat(e.getCause()).isInstanceOf(InvalidMessageException.class);
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
