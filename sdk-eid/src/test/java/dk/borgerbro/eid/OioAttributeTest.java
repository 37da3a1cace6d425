package dk.borgerbro.eid;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.eid.OioAttribute.Holder;
import dk.borgerbro.eid.OioAttribute.Occurs;
import dk.borgerbro.eid.OioAttribute.Origin;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The constants say the same as the table that they were made from. */
class OioAttributeTest {
    /** The columns of the table. */
    record Row(String uri, String cardinality, String person, String professional, String only4, String deprecated) {
        @Override
        public String toString() {
            return uri;
        }
    }

    static List<Row> rows() {
        List<String> lines = TestFiles.text("attributes/attributes.csv").lines().toList();
        assertThat(lines.get(0))
                .isEqualTo("uri,friendly,value_format,cardinality,oiosaml3_person,oiosaml3_professional,oiosaml4_only,"
                        + "deprecated,notes");
        List<Row> rows = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            // The one quoted field has commas, and is not looked at.
            String[] cells = line.replaceAll("\"[^\"]*\"", "quoted").split(",", -1);
            assertThat(cells).as(line).hasSize(9);
            rows.add(new Row(cells[0], cells[3], cells[4], cells[5], cells[6], cells[7]));
        }
        return rows;
    }

    @Test
    void thereIsAConstantForEachLineAndNoOther() {
        assertThat(Arrays.stream(OioAttribute.values()).map(OioAttribute::uri))
                .containsExactlyInAnyOrderElementsOf(
                        rows().stream().map(Row::uri).toList());
    }

    @ParameterizedTest
    @MethodSource("rows")
    void cardinalityIsThatOfTheTable(Row row) {
        assertThat(attribute(row).occurs())
                .isEqualTo(
                        switch (row.cardinality) {
                            case "1" -> Occurs.ONCE;
                            case "0..1" -> Occurs.AT_MOST_ONCE;
                            case "0..n" -> Occurs.ANY_NUMBER;
                            default -> throw new AssertionError(row.cardinality);
                        });
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whoMustHaveItIsThatOfTheTable(Row row) {
        OioAttribute attribute = attribute(row);
        assertThat(isMandatory(attribute, SubjectKind.PERSON)).isEqualTo(row.person.startsWith("mandatory"));
        assertThat(isMandatory(attribute, SubjectKind.PROFESSIONAL))
                .isEqualTo(row.professional.startsWith("mandatory"));
    }

    private static boolean isMandatory(OioAttribute attribute, SubjectKind kind) {
        return attribute.occurs() == Occurs.ONCE && attribute.holder().admits(kind);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whoMayHaveItIsThatOfTheTable(Row row) {
        OioAttribute attribute = attribute(row);
        // The table leaves open who has the attributes of 4.0 and of other profiles; names and OIOSAML 2 decide.
        if (Set.of(Origin.OIOSAML_3, Origin.NEMID).contains(attribute.origin())) {
            assertThat(attribute.holder().admits(SubjectKind.PERSON)).isEqualTo(!row.person.equals("n/a"));
            assertThat(attribute.holder().admits(SubjectKind.PROFESSIONAL)).isEqualTo(!row.professional.equals("n/a"));
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void whereItComesFromIsThatOfTheTable(Row row) {
        Origin origin = attribute(row).origin();
        assertThat(origin == Origin.OIOSAML_4).isEqualTo(row.only4.equals("yes"));
        assertThat(origin == Origin.OIOSAML_2 || origin == Origin.NEMID).isEqualTo(row.deprecated.equals("yes"));
        assertThat(origin == Origin.OIOSAML_2).isEqualTo(row.person.equals("legacy"));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void theNameSaysWhoseItIs(Row row) {
        Holder holder = attribute(row).holder();
        if (row.uri.contains("/eid/professional/")) {
            assertThat(holder).isEqualTo(Holder.PROFESSIONAL);
        }
        if (row.uri.contains("/eid/person/")) {
            assertThat(holder).isEqualTo(Holder.PERSON);
        }
    }

    private static OioAttribute attribute(Row row) {
        return OioAttribute.of(row.uri()).orElseThrow();
    }

    @Test
    void otherNamesAreNotKnown() {
        assertThat(OioAttribute.of("https://data.gov.dk/model/core/eid/CPRNUMBER"))
                .isEmpty();
        assertThat(OioAttribute.of("")).isEmpty();
    }
}
