package dk.borgerbro.digitalpost.memo;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every type of the model promises, checked on every type and every property. */
class MemoModelTest {
    private static final String SECRET = "Hemmelig Beskyttet";

    static Stream<Class<?>> built() {
        return Stream.of(
                Action.class,
                AdditionalContentData.class,
                AdditionalDocument.class,
                Address.class,
                AddressPoint.class,
                AttentionData.class,
                AttentionPerson.class,
                ContactPoint.class,
                ContentData.class,
                ContentResponsible.class,
                FormData.class,
                ForwardData.class,
                KleData.class,
                MainDocument.class,
                Message.class,
                MessageBody.class,
                MessageHeader.class,
                Recipient.class,
                ReplyData.class,
                Representative.class,
                Reservation.class,
                Sender.class,
                TechnicalDocument.class);
    }

    static Stream<Class<?>> pairs() {
        return Stream.of(
                CprData.class,
                CvrData.class,
                Education.class,
                Eid.class,
                Email.class,
                GeneratingSystem.class,
                GlobalLocationNumber.class,
                MotorVehicle.class,
                ProductionUnit.class,
                SeNumberData.class,
                SorData.class,
                Telephone.class);
    }

    @ParameterizedTest
    @MethodSource("built")
    void toBuilderKeepsEveryProperty(Class<?> type) throws ReflectiveOperationException {
        Object full = full(type);
        Object copy = build(type.getMethod("toBuilder").invoke(full));
        assertThat(copy).isEqualTo(full).hasSameHashCodeAs(full).isNotSameAs(full);
        for (Method property : properties(type)) {
            assertThat(property.invoke(copy)).as(property.getName()).isEqualTo(property.invoke(full));
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void everyPropertyCountsInComparisons(Class<?> type) throws ReflectiveOperationException {
        Object full = full(type);
        for (Method setter : setters(type)) {
            Object builder = type.getMethod("toBuilder").invoke(full);
            setter.invoke(builder, sample(setter.getParameterTypes()[0], 2));
            assertThat(build(builder)).as(setter.getName()).isNotEqualTo(full);
        }
    }

    @ParameterizedTest
    @MethodSource("built")
    void aValueIsNotChangedThroughTheBuilderThatMadeIt(Class<?> type) throws ReflectiveOperationException {
        Object builder = type.getMethod("toBuilder").invoke(full(type));
        Object first = build(builder);
        Object same = build(builder);
        for (Method setter : setters(type)) {
            setter.invoke(builder, sample(setter.getParameterTypes()[0], 2));
        }
        assertThat(first).isEqualTo(same).isNotEqualTo(build(builder));
    }

    @ParameterizedTest
    @MethodSource({"built", "pairs"})
    void nothingIsPrinted(Class<?> type) throws ReflectiveOperationException {
        Object value = pairs().anyMatch(type::equals) ? pair(type, SECRET, SECRET) : full(type);
        assertThat(value.toString()).isEqualTo(type.getSimpleName() + "(hidden)");
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void pairsHoldBothParts(Class<?> type) throws ReflectiveOperationException {
        Object both = pair(type, "a", "b");
        List<Object> parts = new ArrayList<>();
        for (Method property : properties(type)) {
            parts.add(property.invoke(both));
        }
        assertThat(parts).containsExactlyInAnyOrder("a", Optional.of("b"));
        assertThat(both)
                .isEqualTo(pair(type, "a", "b"))
                .isNotEqualTo(pair(type, "a", "c"))
                .isNotEqualTo(pair(type, "c", "b"))
                .isNotEqualTo(type.getMethod("of", String.class).invoke(null, "a"));
    }

    @Test
    void recordsPrintNothing() {
        assertThat(List.of(
                        new ContactInfo(SECRET, SECRET),
                        new AdditionalReplyData(SECRET, SECRET),
                        new CaseId(SECRET, SECRET),
                        new EntryPoint(SECRET),
                        OfficialExamples.file(SECRET, SECRET),
                        IdType.of(SECRET),
                        ActionCode.of(SECRET)))
                .allSatisfy(value -> assertThat(value.toString()).doesNotContain("Hemmelig"));
    }

    @Test
    void valuesOfDifferentTypesAreNeverEqual() {
        assertThat(Email.of("a", "b")).isNotEqualTo(Telephone.of("a", "b"));
        assertThat(MainDocument.of(OfficialExamples.file("a", "b")))
                .isNotEqualTo(AdditionalDocument.of(OfficialExamples.file("a", "b")));
    }

    @Test
    void openKindsKeepWhatTheyDoNotKnow() {
        assertThat(IdType.of("CPR")).isEqualTo(IdType.CPR);
        assertThat(IdType.of("cpr")).isNotEqualTo(IdType.CPR);
        assertThat(IdType.of("EMAIL").isKnown()).isFalse();
        assertThat(IdType.of("EMAIL").text()).isEqualTo("EMAIL");
        assertThat(ActionCode.of("BETALING")).isEqualTo(ActionCode.BETALING);
        assertThat(ActionCode.of("NYT").isKnown()).isFalse();
        assertThat(ActionCode.of("NYT").text()).isEqualTo("NYT");
    }

    @Test
    void contentInMemoryIsCopiedAndComparedByContent() {
        byte[] bytes = {1, 2, 3};
        ContentSource source = ContentSource.of(bytes);
        bytes[0] = 9;
        assertThat(source)
                .isEqualTo(ContentSource.of(new byte[] {1, 2, 3}))
                .isNotEqualTo(ContentSource.of(new byte[] {9, 2, 3}));
    }

    /** A value with every property set, so that one that is forgotten on the way shows. */
    private static Object full(Class<?> type) throws ReflectiveOperationException {
        Method factory = Arrays.stream(type.getMethods())
                .filter(method -> method.getName().equals("builder"))
                .findFirst()
                .orElseThrow();
        Object builder = factory.invoke(
                null,
                Arrays.stream(factory.getParameterTypes())
                        .map(t -> sample(t, 1))
                        .toArray());
        for (Method setter : setters(type)) {
            setter.invoke(builder, sample(setter.getParameterTypes()[0], 1));
        }
        return build(builder);
    }

    private static List<Method> setters(Class<?> type) throws ReflectiveOperationException {
        return Arrays.stream(Class.forName(type.getName() + "$Builder").getMethods())
                .filter(method -> method.getParameterCount() == 1
                        && method.getReturnType().getSimpleName().equals("Builder"))
                .filter(method -> method.getParameterTypes()[0] != List.class)
                .toList();
    }

    private static List<Method> properties(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() == 0
                        && !method.isBridge()
                        && !method.getName().equals("toBuilder"))
                .toList();
    }

    private static Object build(Object builder) throws ReflectiveOperationException {
        return builder.getClass().getMethod("build").invoke(builder);
    }

    private static Object pair(Class<?> type, String first, String second) throws ReflectiveOperationException {
        return type.getMethod("of", String.class, String.class).invoke(null, first, second);
    }

    private static Object sample(Class<?> type, int variant) {
        String text = variant == 1 ? SECRET : "andet";
        if (type == String.class) {
            return text;
        }
        if (type == boolean.class) {
            return variant == 1;
        }
        if (type == UUID.class) {
            return new UUID(0x4000L, variant);
        }
        if (type == Instant.class) {
            return Instant.ofEpochSecond(variant);
        }
        if (type == LocalDate.class) {
            return LocalDate.ofEpochDay(variant);
        }
        if (type == IdType.class) {
            return IdType.of(text);
        }
        if (type == ActionCode.class) {
            return ActionCode.of(text);
        }
        if (type == MessageType.class) {
            return MessageType.of(text);
        }
        if (type.isEnum()) {
            return type.getEnumConstants()[variant == 1 ? 1 : 0];
        }
        if (type == ContactInfo.class) {
            return new ContactInfo(text, text);
        }
        if (type == AdditionalReplyData.class) {
            return new AdditionalReplyData(text, text);
        }
        if (type == CaseId.class) {
            return new CaseId(text, text);
        }
        if (type == EntryPoint.class) {
            return new EntryPoint(text);
        }
        if (type == File.class) {
            return OfficialExamples.file(text, text);
        }
        try {
            if (pairs().anyMatch(type::equals)) {
                return pair(type, text, text);
            }
            Object full = full(type);
            if (variant == 1) {
                return full;
            }
            Object builder = type.getMethod("toBuilder").invoke(full);
            Method setter = setters(type).get(0);
            setter.invoke(builder, sample(setter.getParameterTypes()[0], 2));
            return build(builder);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(type.getName(), e);
        }
    }
}
