package dk.borgerbro.eid.internal.privilege;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.eid.TestFiles;
import dk.borgerbro.eid.privilege.PrivilegeGroup;
import dk.borgerbro.eid.privilege.PrivilegeList;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S59, and S22 for privilege lists: what is not a privilege list ends in a typed failure, never in fewer or more privileges. */
class PrivilegeReadingTest {
    private static final String DIGST = "http://digst.dk/oiosaml/basic_privilege_profile";
    private static final String SCOPE = "urn:dk:gov:saml:cvrNumberIdentifier:91234567";

    private static String list(String content) {
        return "<bpp:PrivilegeList xmlns:bpp='" + DIGST + "'>" + content + "</bpp:PrivilegeList>";
    }

    private static String group(String content) {
        return list("<PrivilegeGroup Scope='" + SCOPE + "'>" + content + "</PrivilegeGroup>");
    }

    private static List<PrivilegeGroup> read(String xml) {
        return PrivilegeReading.ofXml(xml.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertRefused(String xml) {
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(() -> read(xml))
                .satisfies(e -> {
                    assertThat(e.failedChecks()).hasSize(1);
                    assertThat(e.getMessage()).doesNotContain("urn:secret").doesNotContain(SCOPE);
                    assertThat(e.getCause()).isNull();
                });
    }

    static List<String> otherContent() {
        String good = "<Privilege>urn:secret</Privilege>";
        return List.of(
                "<PrivilegeList><PrivilegeGroup Scope='" + SCOPE + "'>" + good + "</PrivilegeGroup></PrivilegeList>",
                "<b:PrivilegeList xmlns:b='http://digst.dk/oiosaml/basic_privilege_profile/'/>",
                "<b:PrivilegeList xmlns:b='http://DIGST.dk/oiosaml/basic_privilege_profile'/>",
                "<b:PrivilegeList xmlns:b='https://digst.dk/oiosaml/basic_privilege_profile'/>",
                "<b:privilegeList xmlns:b='" + DIGST + "'/>",
                "<b:PrivilegeGroup xmlns:b='" + DIGST + "' Scope='" + SCOPE + "'>" + good + "</b:PrivilegeGroup>",
                list("<bpp:PrivilegeGroup Scope='" + SCOPE + "'>" + good + "</bpp:PrivilegeGroup>"),
                list("<Group Scope='" + SCOPE + "'>" + good + "</Group>"),
                list("<PrivilegeGroup>" + good + "</PrivilegeGroup>"),
                list("<PrivilegeGroup scope='" + SCOPE + "'>" + good + "</PrivilegeGroup>"),
                list("<PrivilegeGroup bpp:Scope='" + SCOPE + "'>" + good + "</PrivilegeGroup>"),
                list("<PrivilegeGroup Scope='" + SCOPE + "' Extra='1'>" + good + "</PrivilegeGroup>"),
                list("urn:secret"),
                "<b:PrivilegeList Extra='1' xmlns:b='" + DIGST + "'/>",
                list("<PrivilegeGroup Scope='" + SCOPE + "'/>"),
                group("<Constraint Name='urn:secret'>1</Constraint>"),
                group("urn:secret"),
                group(good + "<Unknown/>"),
                group(good + "<bpp:Privilege>urn:secret</bpp:Privilege>"),
                group("<Privilege><Privilege>urn:secret</Privilege></Privilege>"),
                group("<Privilege Name='x'>urn:secret</Privilege>"),
                group(good + "<Constraint>urn:secret</Constraint>"),
                group(good + "<Constraint Name='a' Other='b'>urn:secret</Constraint>"),
                group(good + "<Constraint Name='a'><b>urn:secret</b></Constraint>"),
                list("<PrivilegeGroup Scope='a'><PrivilegeGroup Scope='b'>" + good
                        + "</PrivilegeGroup></PrivilegeGroup>"),
                group(good) + group(good),
                group(good).substring(0, 150),
                "urn:secret",
                "{}",
                "");
    }

    @ParameterizedTest
    @MethodSource("otherContent")
    void otherContentIsRefused(String xml) {
        assertRefused(xml);
    }

    @Test
    void aDocumentTypeIsRefused() {
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(() -> PrivilegeReading.ofXml(TestFiles.bytes("bpp/sample-bad-doctype.xml")))
                .satisfies(e -> assertThat(e.failedChecks().get(0).rule()).isEqualTo("XML-DOCTYPE"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE a SYSTEM 'http://127.0.0.1:1/x.dtd'>",
                "<!DOCTYPE a [<!ENTITY % p SYSTEM 'http://127.0.0.1:1/x'> %p;]>",
                "<!DOCTYPE a [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
            })
    void noEntityIsEverLookedAt(String doctype) {
        assertRefused(doctype + group("<Privilege>urn:secret</Privilege>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"not base64!", "PGE", "Pz8/", "AAAA", "PGE+", "____"})
    void whatIsNotBase64OfAListIsRefused(String base64) {
        assertThatExceptionOfType(InvalidMessageException.class)
                .isThrownBy(() -> PrivilegeReading.ofBase64(base64))
                .withMessageStartingWith("login.privileges ");
    }

    @Test
    void commentsAndCdataDoNotCutTexts() {
        assertThat(read(group("<Privilege>urn:a<!-- -->dmin<![CDATA[.evil]]></Privilege>"))
                        .get(0)
                        .privileges())
                .containsExactly("urn:admin.evil");
    }

    @Test
    void processingInstructionsDoNotCutTexts() {
        assertThat(read(group("<Privilege>urn:admin<?x y?>.evil</Privilege>"))
                        .get(0)
                        .privileges())
                .containsExactly("urn:admin.evil");
    }

    @Test
    void whiteSpaceAroundUrisIsNotPartOfThemButThatOfConstraintsIsTheirs() {
        PrivilegeGroup group = read(group(
                        "\n <Privilege>\n\turn:a\r\n</Privilege> <Constraint Name=' urn:n '> v </Constraint>"))
                .get(0);
        assertThat(group.privileges()).containsExactly("urn:a");
        assertThat(group.constraintValues("urn:n")).containsExactly(" v ");
    }

    @Test
    void aSpaceThatXmlDoesNotKnowStaysInThePrivilege() {
        assertThat(read(group("<Privilege>\u00A0urn:a</Privilege>")).get(0).privileges())
                .containsExactly("\u00A0urn:a");
    }

    @Test
    void everyElementMayPointToItsSchema() {
        String xsi = "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'";
        String xml = "<bpp:PrivilegeList xmlns:bpp='" + DIGST + "' " + xsi + " xsi:schemaLocation='a b'>"
                + "<PrivilegeGroup Scope='s'><Privilege xsi:type='x'>urn:a</Privilege></PrivilegeGroup></bpp:PrivilegeList>";
        assertThat(read(xml)).hasSize(1);
    }

    @Test
    void aByteOrderMarkIsPassedOver() {
        assertThat(read("\uFEFF" + group("<Privilege>urn:a</Privilege>"))).hasSize(1);
    }

    @Test
    void anotherEncodingIsRefused() {
        String xml = group("<Privilege>urn:æ</Privilege>");
        for (Charset charset :
                List.of(StandardCharsets.UTF_16, StandardCharsets.UTF_16LE, StandardCharsets.ISO_8859_1)) {
            String declared = "<?xml version='1.0' encoding='" + charset.name() + "'?>" + xml;
            assertThatExceptionOfType(InvalidMessageException.class)
                    .isThrownBy(() -> PrivilegeReading.ofXml(declared.getBytes(charset)));
        }
    }

    @Test
    void noGroupAtAllIsNoPrivileges() {
        assertThat(read(list(""))).isEmpty();
        assertThat(read("<x:PrivilegeList xmlns:x='http://itst.dk/oiosaml/basic_privilege_profile'/>"))
                .isEmpty();
    }

    @Test
    void anotherPrefixAndADefaultNamespaceThatIsTakenAwayAreTheSameList() {
        assertThat(read("<PrivilegeList xmlns='" + DIGST + "'><PrivilegeGroup xmlns='' Scope='s'>"
                        + "<Privilege>urn:a</Privilege></PrivilegeGroup></PrivilegeList>"))
                .hasSize(1);
        assertRefused("<PrivilegeList xmlns='" + DIGST + "'><PrivilegeGroup Scope='s'>"
                + "<Privilege>urn:secret</Privilege></PrivilegeGroup></PrivilegeList>");
    }

    @Test
    void tenThousandGroupsAreReadWhereTheyFitAndRefusedWhereTheyDoNot() {
        String small = "<PrivilegeGroup Scope='s'><Privilege>p</Privilege></PrivilegeGroup>";
        assertThat(read(list(small.repeat(10_000)))).hasSize(10_000);
        String usual = "<PrivilegeGroup Scope='" + SCOPE + "'><Privilege>urn:dk:example:system:role1</Privilege>"
                + "</PrivilegeGroup>";
        assertRefused(list(usual.repeat(10_000)));
    }

    @Test
    void longTextsDeepNestingAndManyNamesAreRefused() {
        assertRefused(group("<Privilege>" + "x".repeat(20_000) + "</Privilege>"));
        assertRefused(list("<PrivilegeGroup Scope='" + "x".repeat(20_000) + "'/>"));
        assertRefused("<a>".repeat(1000));
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < 100; i++) {
            attributes.append(" a").append(i).append("='1'");
        }
        assertRefused("<bpp:PrivilegeList xmlns:bpp='" + DIGST + "'" + attributes + "/>");
    }

    @Test
    void damagedListsEndInATypedFailureOrAreStillLists() {
        byte[] sample = TestFiles.bytes("bpp/kombit-privileges-decoded.xml");
        Random random = new Random(59);
        int refused = 0;
        for (int i = 0; i < 3000; i++) {
            byte[] damaged = sample.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            try {
                PrivilegeList list = PrivilegeList.parse(Base64.getEncoder().encodeToString(damaged));
                assertThat(list.groups())
                        .allSatisfy(group -> assertThat(group.privileges()).isNotEmpty());
            } catch (InvalidMessageException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(500, 2999);
    }
}
