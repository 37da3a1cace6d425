package dk.borgerbro.digitalpost.memo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule against XML that breaks this rule and no other. */
class MemoCheckerTest {
    private static final String MINIMUM = Written.text(OfficialExamples.minimum());
    private static final String MINIMUM_11 = Written.text(
            OfficialExamples.minimum().toBuilder().version(MemoVersion.V1_1).build());
    private static final String FULL = Written.text(OfficialExamples.full());
    private static final String NEMSMS = Written.text(OfficialExamples.nemSms())
            .replace("Sender ID", "12345678")
            .replace("Recipient ID", "2211771212");

    @Test
    void theFullExampleOf11IsOlderThanTheRuleOnAddressesAndItsFactsAreTold() {
        MemoCheck check = Read.check(Read.sample("1.1/MeMo_Full_Example.xml"));
        assertThat(check.findings()).extracting(Finding::rule).containsOnly("V10", "V24w");
        assertThat(check.isOk()).isFalse();
        assertThat(check.isReadable()).isTrue();
        assertThat(check.memoVersion()).contains("1.1");
        assertThat(check.messageType()).contains("DIGITALPOST");
        assertThat(check.messageUuid()).contains("8C2EA15D-61FB-4BA9-9366-42F8B194C114");
        assertThat(check.label()).contains("Besked fra Børneforvaltningen");
        assertThat(check.mainFiles()).isEqualTo(2);
        assertThat(check.additionalDocuments()).isEqualTo(2);
        assertThat(check.technicalDocuments()).isEqualTo(1);
        assertThat(check.contentBytes()).isEqualTo(6 * 14);
        assertThat(check.toString()).contains("V24w").doesNotContain("Børne");
    }

    @Test
    void theOtherExamplesAreWhatTheyAre() {
        assertThat(Read.check(Read.sample("1.2/MeMo_Full_Example.xml")).isOk()).isTrue();
        assertThat(Read.check(Read.sample("1.2/MeMo_Minimum_Example.xml")).findings())
                .isEmpty();
        MemoCheck nemSms = Read.check(Read.sample("1.2/MeMo_NemSMS.xml"));
        assertThat(nemSms.findings()).extracting(Finding::rule).containsExactly("V14", "V14");
        assertThat(nemSms.mainFiles()).isZero();
        assertThat(Read.check(NEMSMS).findings()).isEmpty();
    }

    @Test
    void aFileIsCheckedLikeAStream(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a.xml"), MINIMUM);
        assertThat(MemoChecker.create().check(file).label()).contains("Pladsanvisning");
        assertThatThrownBy(() -> MemoChecker.create().check(folder.resolve("b.xml")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V01|memoVersion=\"1.2\"|memoVersion=\"2.0\"|/@memoVersion",
                "V01|memoVersion=\"1.2\"|memoVersion=\"1.2.0\"|/@memoVersion",
                "V01|memoVersion=\"1.2\"| |/@memoVersion",
                "V02|memoVersion=\"1.2\"|memoVersion=\"1.2\" memoSchVersion=\"1.1.0\"|/@memoSchVersion",
                "V04|8c2ea15d-61fb-4ba9|8c2ea15d-61fb-1ba9|/MessageHeader/messageUUID",
                "V04|8c2ea15d-61fb-4ba9|8c2ea15d61fb-4ba9|/MessageHeader/messageUUID",
                "V04|>8c2ea15d-61fb-4ba9|> 8c2ea15d-61fb-4ba9|/MessageHeader/messageUUID",
                "V05|2024-05-03T12:00:00Z|2024-05-03T12:00:00+01:00|/MessageBody/createdDateTime",
                "V05|2024-05-03T12:00:00Z|12024-05-03T12:00:00Z|/MessageBody/createdDateTime",
                "V05|2024-05-03T12:00:00Z|2024-05-03|/MessageBody/createdDateTime",
                "V07|<memo:language>da|<memo:language>dan|/MessageBody/MainDocument/File/language",
                "V07|<memo:language>da|<memo:language>|/MessageBody/MainDocument/File/language",
                "V08|DIGITALPOST|POST|/MessageHeader/messageType",
                "V08|<memo:idType>CVR</memo:idType>||/MessageHeader/Sender/idType",
                "V08|<memo:label>Pladsanvisning|<memo:label> |/MessageHeader/label",
                "V08|<memo:Sender>|<memo:Sender>x|/MessageHeader/Sender",
                "V08|<memo:Sender>|<memo:Sender><memo:x/>|/MessageHeader/Sender/x",
                "V08|<memo:Sender>|<memo:Sender x='1'>|/MessageHeader/Sender/@x",
                "V08|<memo:idType>CVR|<memo:idType>C<x/>VR|/MessageHeader/Sender/idType/x",
                "V08|<memo:content>|<memo:content><x/>|/MessageBody/MainDocument/File/content/x",
                "V08|</memo:MessageHeader>|<memo:label>x</memo:label></memo:MessageHeader>|/MessageHeader/label[2]",
                "V08|</memo:MessageHeader>|<memo:reply>true</memo:reply></memo:MessageHeader>|/MessageHeader/reply",
                "V08|</memo:Recipient>|</memo:Recipient><label xmlns='u'/>|/MessageHeader/label",
                "V11|Pladsanvisning.pdf|a/b.pdf|/MessageBody/MainDocument/File/filename",
                "V14|>CVR<|>SE<|/MessageHeader/Sender/idType",
                "V14|2211771212|221177-1212|/MessageHeader/Recipient/recipientID",
                "V14w|>CVR<|>cvr<|/MessageHeader/Sender/idType",
                "V15|DIGITALPOST</memo:messageType>|NEMSMS</memo:messageType>|/MessageBody,/MessageHeader/notification",
                "V17|VGhpcyBp|VGhpcyB|/MessageBody/MainDocument/File/content",
                "V17|VGhpcyBpcyBhIHRlc3Q=|VGhpcyBpcyBhIHRlc3R=|/MessageBody/MainDocument/File/content",
                "V17|VGhpcyBpcyBhIHRlc3Q=|VA==VGhp|/MessageBody/MainDocument/File/content",
                "V17|VGhpcyBpcyBhIHRlc3Q=||/MessageBody/MainDocument/File/content",
            })
    void rulesInAMinimalMessage(String rule, String right, String wrong, String paths) {
        assertThat(MINIMUM).contains(right);
        String xml = MINIMUM.replaceFirst(Pattern.quote(right), wrong == null ? "" : wrong);
        assertFound(xml, rule, paths);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "V04|8c2ea15d-61fb-4ba9-9366-42f8b194d241|8c2ea15d-61fb-1ba9-9366-42f8b194d241|/MessageBody/MainDocument/Action[2]/Reservation/reservationUUID",
                "V06|AB12345|AB123456|/MessageHeader/ContentData/MotorVehicle/licenseNumber",
                "V06|5798000012345|57980000123456|/MessageHeader/Sender/AttentionData/GlobalLocationNumber/globalLocationNumber",
                "V10|https://www.tusindfryd.dk<|http://www.tusindfryd.dk<|/MessageBody/AdditionalDocument[1]/Action[1]/EntryPoint/url",
                "V11|vejledning.pdf|vej:ledning.pdf|/MessageBody/AdditionalDocument[2]/File/filename",
                "V11|Pladsanvisning.txt|Pladsanvisning?.txt|/MessageBody/MainDocument/File[2]/filename",
                "V12|<memo:Reservation>|<memo:EntryPoint><memo:url>https://a.example</memo:url></memo:EntryPoint><memo:Reservation>|/MessageBody/MainDocument/Action[2]/Reservation,/MessageBody/MainDocument/Action[2]",
                "V22|241d39f6-|241d39f-|/MessageHeader/Sender/ContactPoint/contactPointID",
                "V23w|>INFORMATION<|>ORIENTERING<|/MessageBody/AdditionalDocument[1]/Action[1]/actionCode",
                "V24w|2018-12-09T12:00:00Z|2017-12-09T12:00:00Z|/MessageBody/MainDocument/Action[1]/endDateTime",
            })
    void rulesInAFullMessage(String rule, String right, String wrong, String paths) {
        assertThat(FULL).contains(right);
        assertFound(FULL.replaceFirst(Pattern.quote(right), wrong), rule, paths);
    }

    private static void assertFound(String xml, String rule, String paths) {
        List<Finding> before = Read.check(FULL).findings();
        List<Finding> findings = Read.check(xml).findings().stream()
                .filter(f -> !before.contains(f))
                .toList();
        assertThat(findings)
                .extracting(Finding::path)
                .containsExactlyInAnyOrder(
                        Arrays.stream(paths.split(",")).map(p -> "/Message" + p).toArray(String[]::new));
        assertThat(findings).extracting(Finding::rule).contains(rule);
        assertThat(findings).allSatisfy(f -> assertThat(f.rule()).isIn(rule, "V08"));
    }

    @Test
    void v02And03Version11DemandsItsSchemaVersionAndBothFlags() {
        assertThat(Read.check(MINIMUM_11).findings()).isEmpty();
        String bare = MINIMUM_11
                .replace(" memoSchVersion=\"1.1.0\"", "")
                .replace("<memo:mandatory>false</memo:mandatory>", "")
                .replace("<memo:legalNotification>false</memo:legalNotification>", "");
        assertThat(Read.check(bare).findings())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(
                        tuple("V02", "/Message/@memoSchVersion"),
                        tuple("V03", "/Message/MessageHeader/mandatory"),
                        tuple("V03", "/Message/MessageHeader/legalNotification"));
        assertThat(Read.check(MINIMUM_11.replace("1.1.0", "x".repeat(257))).findings())
                .extracting(Finding::rule)
                .containsExactly("V06");
    }

    @Test
    void v06CountsCodePoints() {
        assertThat(Read.check(MINIMUM.replace("Pladsanvisning</memo:label>", "😀".repeat(256) + "</memo:label>"))
                        .findings())
                .isEmpty();
        assertThat(Read.check(MINIMUM.replace("Pladsanvisning</memo:label>", "😀".repeat(257) + "</memo:label>"))
                        .findings())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(tuple("V06", "/Message/MessageHeader/label"));
        assertThat(Read.check(NEMSMS.replace("Message Text", "x".repeat(151))).findings())
                .extracting(Finding::rule)
                .containsExactly("V06w");
    }

    @Test
    void v09RepresentativesAreOnlyIn12() {
        String xml = FULL.replace("memoVersion=\"1.2\"", "memoVersion=\"1.1\" memoSchVersion=\"1.1.0\"")
                .replace(
                        "</memo:mandatory>", "</memo:mandatory><memo:legalNotification>false</memo:legalNotification>");
        assertThat(Read.check(xml).findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::rule, Finding::path)
                .containsExactly(
                        tuple("V09", "/Message/MessageHeader/Sender/Representative"),
                        tuple("V09", "/Message/MessageHeader/ForwardData/originalRepresentative"));
    }

    @Test
    void v13LimitsWhatIsRepeated() {
        String info = "<memo:ContactInfo><memo:label>a</memo:label><memo:value>b</memo:value></memo:ContactInfo>";
        String content = "<memo:AdditionalContentData><memo:contentDataName>a</memo:contentDataName>"
                + "<memo:contentDataValue>b</memo:contentDataValue></memo:AdditionalContentData>";
        String reply =
                "<memo:AdditionalReplyData><memo:label>a</memo:label><memo:value>b</memo:value></memo:AdditionalReplyData>";
        String xml = FULL.replaceFirst("</memo:ContactPoint>", info + "</memo:ContactPoint>")
                .replace("</memo:ContentData>", content.repeat(9) + "</memo:ContentData>")
                .replaceFirst("</memo:ReplyData>", reply.repeat(3) + "</memo:ReplyData>");
        assertThat(Read.check(xml).findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::rule, Finding::path)
                .containsExactly(
                        tuple("V13", "/Message/MessageHeader/Sender/ContactPoint/ContactInfo"),
                        tuple("V13", "/Message/MessageHeader/ContentData/AdditionalContentData"),
                        tuple("V13", "/Message/MessageHeader/ReplyData[1]/AdditionalReplyData"));
    }

    @Test
    void v15TypeAndBodyGoTogether() {
        int body = MINIMUM.indexOf("<memo:MessageBody>");
        assertThat(Read.check(MINIMUM.substring(0, body) + "</memo:Message>").findings())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(tuple("V15", "/Message/MessageBody"));
    }

    @Test
    void v16CountsTheBytesThatLieThere() throws IOException {
        MemoValidator rules = MemoValidator.forSending().withFileTypes(Read.NAMES_ONLY, Severity.WARNING);
        byte[] xml = MINIMUM.getBytes(StandardCharsets.UTF_8);
        MemoLimits enough = new MemoLimits(14, xml.length, 0);
        assertThat(check(xml, rules.withLimits(enough)).findings()).isEmpty();
        assertThat(check(xml, rules.withLimits(new MemoLimits(14, xml.length - 1, 0)))
                        .findings())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(tuple("V16", "/Message"));
        assertThat(check(xml, rules.withLimits(new MemoLimits(13, xml.length, 0)))
                        .findings())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(tuple("V16", "/Message/MessageBody"));
        assertThat(check(xml, rules.withLimits(new MemoLimits(14, 19, 0))).findings())
                .extracting(Finding::rule)
                .containsExactly("V16");
    }

    @Test
    void v21IsAboutASenderWithoutPermissions() throws IOException {
        byte[] xml = FULL.getBytes(StandardCharsets.UTF_8);
        assertThat(check(xml, MemoValidator.forSending()).findings())
                .filteredOn(Finding::isError)
                .extracting(Finding::rule)
                .containsExactly("V21");
    }

    private static MemoCheck check(byte[] xml, MemoValidator rules) throws IOException {
        return MemoChecker.of(rules).check(new ByteArrayInputStream(xml));
    }

    @Test
    void everythingIsFoundInOneReading() {
        String xml = MINIMUM.replace("memoVersion=\"1.2\"", "memoVersion=\"3\"")
                .replace("<memo:idType>CVR</memo:idType>", "")
                .replace("Pladsanvisning.pdf", "a*b.pdf")
                .replace("<memo:language>da</memo:language>", "<memo:language>dansk</memo:language><memo:x/>")
                .replace("2024-05-03T12:00:00Z", "2024-05-03T12:00:00");
        MemoCheck check = Read.check(xml);
        assertThat(check.findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("V01", "V08", "V08", "V05", "V11", "V07");
        assertThat(check.memoVersion()).contains("3");
    }

    @Test
    void aMissingPartIsReportedOnceAndNotForWhatWouldBeInIt() {
        String sender = MINIMUM.substring(MINIMUM.indexOf("<memo:Sender>"), MINIMUM.indexOf("<memo:Recipient>"));
        assertThat(Read.check(MINIMUM.replace(sender, "")).findings())
                .extracting(Finding::rule, Finding::path)
                .containsExactly(tuple("V08", "/Message/MessageHeader/Sender"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "PK\u0003\u0004",
                "{\"a\": 1}",
                "<Message/>",
                "<Message xmlns='https://DigitalPost.dk/MeMo-2'/>",
                "<MessageHeader xmlns='https://DigitalPost.dk/MeMo-1'/>",
                "<!DOCTYPE Message><Message xmlns='https://DigitalPost.dk/MeMo-1'/>",
                "<!DOCTYPE m [<!ENTITY a 'b'>]><m:Message xmlns:m='https://DigitalPost.dk/MeMo-1'>&a;</m:Message>",
                "<Message xmlns='https://DigitalPost.dk/MeMo-1'>&nbsp;</Message>",
                "<Message xmlns='https://DigitalPost.dk/MeMo-1'></Massage>",
                "<?xml version='1.1'?><Message xmlns='https://DigitalPost.dk/MeMo-1'/>",
                "<?xml version='1.0' encoding='klingon'?><Message xmlns='https://DigitalPost.dk/MeMo-1'/>",
                "<Message xmlns='https://DigitalPost.dk/MeMo-1'/><Message/>",
                "<Message xmlns='https://DigitalPost.dk/MeMo-1'>\u0001</Message>",
                "<m:Message/>"
            })
    void whatIsNoMemoHasOneFindingOfTheXmlRulesWithLineAndColumn(String xml) {
        MemoCheck check = Read.check(xml);
        assertThat(check.isReadable()).isFalse();
        assertThat(check.isOk()).isFalse();
        List<Finding> about = check.findings().stream()
                .filter(finding -> finding.rule().startsWith("XML-"))
                .toList();
        assertThat(about).hasSize(1);
        assertThat(about.get(0).message()).containsPattern("\\(line \\d+, column \\d+\\)$");
    }

    @Test
    void factsThatWereReadBeforeTheXmlBrokeAreKept() {
        MemoCheck check = Read.check(MINIMUM.substring(0, MINIMUM.indexOf("VGhp") + 8));
        assertThat(check.isReadable()).isFalse();
        assertThat(check.messageUuid()).contains("8c2ea15d-61fb-4ba9-9366-42f8b194c114");
        assertThat(check.mainFiles()).isEqualTo(1);
        assertThat(check.findings()).hasSize(1);
    }

    @Test
    void aStreamThatFailsIsNotAFinding() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("cut");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                throw new IOException("cut");
            }
        };
        assertThatThrownBy(() -> MemoChecker.create().check(failing)).hasMessage("cut");
    }
}
