package dk.borgerbro.testkit.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import dk.borgerbro.testkit.pki.TestIdentity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalPostReceiptsTest {
    private static final String FLAG = "</memo:label>\n\t\t<memo:Sender>";

    private final DigitalPostSimulator sim = DigitalPostSimulator.start();
    private final JdkClient client = JdkClient.of(sim);
    private final UUID uuid = UUID.randomUUID();

    @AfterEach
    void close() {
        sim.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ADULT, COMPLETED, ",
        "PROTECTED, COMPLETED, ",
        "EXEMPT_FROM_DIGITAL_POST, NOT_ALLOWED, recipient.exempt",
        "EMIGRATED, NOT_ALLOWED, recipient.exempt",
        "DECEASED, NOT_ALLOWED, recipient.closed",
        "CHILD, INVALID, recipient.unknown"
    })
    void judgesALetterByItsRecipient(TestPerson person, String status, String code) throws Exception {
        client.upload(uuid, Xml.to(uuid, person.cpr()));
        assertThat(onlyReceipt()).containsEntry("receiptStatus", status).containsEntry("messageUUID", uuid.toString());
        assertThat(onlyReceipt().get("errorCode")).isEqualTo(code);
    }

    @Test
    void judgesARecipientWhomNobodyKnowsInvalid() throws Exception {
        client.upload(uuid, Xml.to(uuid, "0101505014"));
        assertThat(onlyReceipt()).containsEntry("receiptStatus", "INVALID");
    }

    @Test
    void deliversMandatoryPostToTheExemptIfTheSenderMaySendIt() throws Exception {
        String letter = Xml.to(uuid, sim.exemptAdult().value())
                .replace(FLAG, "</memo:label><memo:mandatory>true</memo:mandatory><memo:Sender>");
        client.upload(uuid, letter);
        assertThat(onlyReceipt()).containsEntry("receiptStatus", "COMPLETED");
    }

    @Test
    void judgesFlagsWithoutPermissionNotAllowed() throws Exception {
        TestIdentity agency = sim.pki().organisation(TestOrganisation.AGENCY);
        CvrNumber sender = CvrNumber.of(TestOrganisation.AGENCY.cvr());
        SenderSystem system = sim.registerSystem(sender, agency.certificate());
        JdkClient other = new JdkClient(sim, system, agency);
        String mandatory = Xml.minimum(uuid)
                .replace(TestOrganisation.MUNICIPALITY.cvr(), sender.value())
                .replace(FLAG, "</memo:label><memo:mandatory>1</memo:mandatory><memo:Sender>");
        other.upload(uuid, mandatory);
        assertThat(only(other.get("receipts-bulk/").json())).containsEntry("errorCode", "sender.mandatory.not.allowed");

        sim.reset();
        sim.allow(sender, Permission.MANDATORY_POST);
        other.upload(uuid, mandatory);
        assertThat(only(other.get("receipts-bulk/").json())).containsEntry("receiptStatus", "COMPLETED");
    }

    @Test
    void judgesLegalNotificationsByTheirOwnPermission() throws Exception {
        String legal = Xml.minimum(uuid)
                .replace(FLAG, "</memo:label><memo:legalNotification>true</memo:legalNotification><memo:Sender>");
        client.upload(uuid, legal);
        assertThat(onlyReceipt()).containsEntry("errorCode", "sender.legal-notification.not.allowed");
    }

    @ParameterizedTest
    @CsvSource({"ADULT, COMPLETED", "WITHOUT_NEMSMS, NOT_ALLOWED", "EXEMPT_FROM_DIGITAL_POST, NOT_ALLOWED"})
    void judgesANemSmsByTheRecipientsMobileNumber(TestPerson person, String status) throws Exception {
        client.upload(uuid, Xml.nemSms(uuid, person.cpr()));
        assertThat(onlyReceipt()).containsEntry("receiptStatus", status);
        assertThat(sim.received().get(0).isNemSms()).isTrue();
    }

    @Test
    void letsATestDecideHowSomebodyStands() throws Exception {
        sim.register(sim.anyAdult(), RegistrationState.CLOSED, true);
        client.upload(uuid, Xml.minimum(uuid));
        assertThat(onlyReceipt()).containsEntry("errorCode", "recipient.closed");
        sim.register(CprNumber.of("0101505014"), RegistrationState.REGISTERED, false);
        sim.register(CvrNumber.of(TestOrganisation.COMPANY.cvr()), RegistrationState.EXEMPT);
        UUID second = UUID.randomUUID();
        client.upload(second, Xml.to(second, "0101505014"));
        UUID third = UUID.randomUUID();
        client.upload(third, Xml.to(third, TestOrganisation.COMPANY.cvr()).replace("idType>CPR", "idType>CVR"));
        assertThat(receipts(client.get("receipts-bulk/").json()))
                .extracting(receipt -> receipt.get("receiptStatus"))
                .containsExactly("NOT_ALLOWED", "COMPLETED", "NOT_ALLOWED");
    }

    @Test
    void givesAReceiptWithoutDeletingIt() throws Exception {
        client.upload(uuid, Xml.minimum(uuid));
        String id = onlyId();
        assertThat(client.get("receipts/" + id + "?delete=false").json())
                .containsEntry("receiptStatus", "COMPLETED")
                .doesNotContainKey("id");
        assertThat(client.get("receipts/" + id + "?delete=false").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?delete=true"})
    void givesAReceiptAndDeletesIt(String query) throws Exception {
        client.upload(uuid, Xml.minimum(uuid));
        String id = onlyId();
        assertThat(client.get("receipts/" + id + query).status()).isEqualTo(200);
        assertThat(client.get("receipts/" + id + query).status()).isEqualTo(404);
    }

    @Test
    void deletesAReceiptOnce() throws Exception {
        client.upload(uuid, Xml.minimum(uuid));
        String id = onlyId();
        assertThat(client.delete("receipts/" + id).status()).isEqualTo(204);
        assertThat(client.delete("receipts/" + id).status()).isEqualTo(404);
        assertThat(client.get("receipts/").json()).containsEntry("totalElements", 0);
    }

    @Test
    void showsASystemItsOwnReceiptsOnly() throws Exception {
        TestIdentity vendor = sim.pki().organisation(TestOrganisation.VENDOR);
        JdkClient other = new JdkClient(sim, sim.registerSystem(sim.senderCvr(), vendor.certificate()), vendor);
        client.upload(uuid, Xml.minimum(uuid));
        String id = onlyId();
        assertThat(other.get("receipts/").json()).containsEntry("totalElements", 0);
        assertThat(other.get("receipts/" + id + "?delete=false").status()).isEqualTo(404);
        assertThat(other.delete("receipts/" + id).status()).isEqualTo(404);
    }

    @Test
    void pagesThroughReceipts() throws Exception {
        List<String> sent = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            UUID next = UUID.randomUUID();
            sent.add(next.toString());
            client.upload(next, Xml.minimum(next));
        }
        Map<String, Object> first = client.get("receipts-bulk/?page=0&size=2").json();
        Map<String, Object> last = client.get("receipts-bulk/?page=2&size=2").json();
        assertThat(receipts(first)).extracting(r -> r.get("messageUUID")).isEqualTo(sent.subList(0, 2));
        assertThat(receipts(last)).extracting(r -> r.get("messageUUID")).isEqualTo(sent.subList(4, 5));
        assertThat(first)
                .containsEntry("currentPage", 0)
                .containsEntry("totalPages", 3)
                .containsEntry("elementsOnPage", 2)
                .containsEntry("totalElements", 5);

        Map<String, Object> ids = client.get("receipts/?page=1&size=2").json();
        assertThat(ids)
                .containsEntry("number", 1)
                .containsEntry("size", 2)
                .containsEntry("totalPages", 3)
                .containsKeys("previous", "next");
        assertThat((List<?>) ids.get("content")).hasSize(2);
        assertThat(client.get("receipts/?page=2&size=2").json()).doesNotContainKey("next");
        assertThat((List<?>) client.get("receipts/?page=99").json().get("content"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "page=x", "size=0", "size=1001", "page=99999999999"})
    void refusesPagesThatAreNone(String query) throws Exception {
        assertThat(client.get("receipts/?" + query).status()).isEqualTo(400);
    }

    @Test
    void holdsReceiptsBackUntilToldOtherwise() throws Exception {
        sim.holdReceipts();
        client.upload(uuid, Xml.minimum(uuid));
        assertThat(client.get("receipts/").json()).containsEntry("totalElements", 0);
        sim.releaseReceipts();
        assertThat(client.get("receipts/").json()).containsEntry("totalElements", 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"receipts", "receipts/x", "receipts/1-1-1-1-1", "memos/", "nothing", "contacts/x"})
    void knowsNoOtherPaths(String path) throws Exception {
        assertThat(client.get(path).status()).isEqualTo(404);
    }

    @Test
    void forgetsEverythingOnReset() throws Exception {
        sim.register(sim.anyAdult(), RegistrationState.CLOSED, true);
        client.upload(uuid, Xml.minimum(uuid));
        sim.reset();
        assertThat(sim.received()).isEmpty();
        assertThat(sim.calls()).isEmpty();
        assertThat(client.get("receipts/").json()).containsEntry("totalElements", 0);
        client.upload(uuid, Xml.minimum(uuid));
        assertThat(onlyReceipt()).containsEntry("receiptStatus", "COMPLETED");
    }

    private String onlyId() throws Exception {
        return (String) ((List<?>) client.get("receipts/").json().get("content")).get(0);
    }

    private Map<String, Object> onlyReceipt() throws Exception {
        return only(client.get("receipts-bulk/").json());
    }

    private static Map<String, Object> only(Map<String, Object> result) {
        assertThat(receipts(result)).hasSize(1);
        return receipts(result).get(0);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> receipts(Map<String, Object> result) {
        return (List<Map<String, Object>>) result.get("receipts");
    }
}
