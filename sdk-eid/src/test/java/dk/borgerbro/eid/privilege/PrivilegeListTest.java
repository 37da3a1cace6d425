package dk.borgerbro.eid.privilege;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.eid.TestFiles;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrivilegeListTest {
    private static final Scope KOMBIT = Scope.of("urn:dk:gov:saml:cvrNumberIdentifier:11111111");
    private static final Scope SAMPLE = Scope.of("urn:dk:gov:saml:cvrNumberIdentifier:91234567");

    private static PrivilegeList sample(String name) {
        return PrivilegeList.ofXml(TestFiles.bytes("bpp/" + name));
    }

    @Test
    void kombitsListIsReadAlthoughItMixesTheOldNamespaceWithConstraints() {
        PrivilegeList list = sample("kombit-privileges-decoded.xml");
        assertThat(list.groups()).hasSize(2);
        assertThat(list.in(KOMBIT)).isEqualTo(list.groups());
        assertThat(list.groups().get(0))
                .isEqualTo(PrivilegeGroup.of(
                        KOMBIT,
                        List.of("http://kombit.ssr.com/roles/servicesystemrole/role1/1"),
                        List.of(
                                new Constraint("http://kombit.ssr.com/constraints/DRT1/1", "value1"),
                                new Constraint("http://kombit.ssr.com/constraints/DTR2/1", "value2"))));
    }

    @Test
    void aPrivilegeCountsUnderTheConstraintsOfItsOwnGroupOnly() {
        PrivilegeList list = sample("kombit-privileges-decoded.xml");
        List<PrivilegeGroup> groups = list.granting("http://kombit.ssr.com/roles/servicesystemrole/role2/1", KOMBIT);
        assertThat(groups).hasSize(1);
        assertThat(groups.get(0).constraintValues("http://kombit.ssr.com/constraints/DRT1/1"))
                .containsExactly("value3");
    }

    @Test
    void theListWithoutConstraintsIsReadByScope() {
        PrivilegeList list = sample("sample-model2-v1.2.xml");
        assertThat(list.groups()).hasSize(2);
        assertThat(list.in(SAMPLE)).hasSize(1);
        assertThat(list.in(SAMPLE).get(0).privileges())
                .containsExactly("urn:dk:example:system:role1", "urn:dk:example:system:role2");
        assertThat(list.groups().get(1).scope().kind()).isEqualTo(ScopeKind.PRODUCTION_UNIT);
        assertThat(list.groups())
                .allSatisfy(group -> assertThat(group.constraints()).isEmpty());
    }

    @Test
    void constraintsMayStandBeforePrivileges() {
        PrivilegeGroup group =
                sample("sample-model3-v1.2-constraint-first.xml").groups().get(0);
        assertThat(group.privileges()).containsExactly("urn:dk:example:system:view_case");
        assertThat(group.constraintValues("urn:dk:kombit:KLE")).containsExactly("25.*");
        assertThat(group.constraintValues("urn:dk:kombit:sensitivity")).containsExactly("3");
        assertThat(group.constraintValues("urn:dk:kombit:kle")).isEmpty();
    }

    @Test
    void privilegesAreComparedCharacterByCharacterAndInTheirScope() {
        PrivilegeList list = sample("sample-model2-v1.2.xml");
        assertThat(list.granting("urn:dk:example:system:role1", SAMPLE)).hasSize(1);
        assertThat(list.granting("urn:dk:example:system:ROLE1", SAMPLE)).isEmpty();
        assertThat(list.granting("urn:dk:example:system:role", SAMPLE)).isEmpty();
        assertThat(list.granting(
                        "urn:dk:example:system:role2", Scope.of("urn:dk:gov:saml:productionUnitIdentifier:9123456789")))
                .isEmpty();
        assertThat(list.granting("urn:dk:example:system:role1", KOMBIT)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void blankTextIsNoPrivileges(String text) {
        assertThat(PrivilegeList.parse(text)).isSameAs(PrivilegeList.empty());
    }

    @Test
    void base64MayHaveLineBreaks() {
        byte[] xml = TestFiles.bytes("bpp/sample-model2-v1.2.xml");
        assertThat(PrivilegeList.parse(Base64.getMimeEncoder().encodeToString(xml)))
                .isEqualTo(sample("sample-model2-v1.2.xml"));
    }

    @Test
    void whatIsBuiltComesBackAfterWriting() {
        PrivilegeList list = PrivilegeList.of(
                PrivilegeGroup.of(
                        Scope.cvr(CvrNumber.of("99000015")),
                        List.of("urn:dk:example:a", "urn:dk:example:b"),
                        List.of(new Constraint("urn:dk:kombit:KLE", " <25.*> & \"æøå\"\t"))),
                PrivilegeGroup.of(Scope.of("urn:other:<&>"), List.of("urn:dk:example:a")));
        assertThat(PrivilegeList.parse(list.toBase64())).isEqualTo(list).hasSameHashCodeAs(list);
        assertThat(PrivilegeList.parse(PrivilegeList.empty().toBase64())).isEqualTo(PrivilegeList.empty());
    }

    @Test
    void contentIsNotPrinted() {
        PrivilegeGroup group = PrivilegeGroup.of(
                Scope.of("urn:dk:gov:saml:cprNumberIdentifier:0101505006"),
                List.of("urn:dk:example:a"),
                List.of(new Constraint("urn:dk:kombit:KLE", "25.*")));
        assertThat(group).hasToString("PrivilegeGroup(Scope(CPR, hidden), 1 privileges, 1 constraints)");
        assertThat(group.constraints().get(0)).hasToString("Constraint(urn:dk:kombit:KLE, value hidden)");
        assertThat(PrivilegeList.of(group)).hasToString("PrivilegeList(1 groups)");
    }

    @Test
    void groupsWithOtherPartsAreOtherGroups() {
        PrivilegeGroup group = PrivilegeGroup.of(SAMPLE, List.of("a"), List.of(new Constraint("n", "v")));
        assertThat(group)
                .isEqualTo(PrivilegeGroup.of(SAMPLE, List.of("a"), List.of(new Constraint("n", "v"))))
                .isNotEqualTo(PrivilegeGroup.of(KOMBIT, List.of("a"), List.of(new Constraint("n", "v"))))
                .isNotEqualTo(PrivilegeGroup.of(SAMPLE, List.of("b"), List.of(new Constraint("n", "v"))))
                .isNotEqualTo(PrivilegeGroup.of(SAMPLE, List.of("a")));
    }
}
