package dk.borgerbro.testkit.digitalpost;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.testkit.digitalpost.JdkClient.Answer;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DigitalPostContactsTest {
    private static DigitalPostSimulator sim;
    private static JdkClient client;

    @BeforeAll
    static void start() {
        sim = DigitalPostSimulator.start();
        client = JdkClient.of(sim);
    }

    @AfterAll
    static void stop() {
        sim.close();
    }

    @ParameterizedTest
    @CsvSource({
        "ADULT, REGISTERED, true",
        "WITHOUT_NEMSMS, REGISTERED, false",
        "EXEMPT_FROM_DIGITAL_POST, EXEMPT, false",
        "EMIGRATED, EXEMPT, false",
        "DECEASED, CLOSED, false",
        "CHILD, UNKNOWN, false"
    })
    void tellsHowAPersonStands(TestPerson person, String status, boolean nemSms) throws Exception {
        Map<String, Object> contact =
                contacts(client.get("contacts/?cprNumber=" + person.cpr())).get(0);
        assertThat(contact).containsEntry("type", "CITIZEN").containsEntry("cprNumber", person.cpr());
        assertThat((Map<?, ?>) contact.get("mailboxSubscription"))
                .isNotNull()
                .satisfies(mailbox ->
                        assertThat(mailbox.get("publicRegistrationStatus")).isEqualTo(status));
        assertThat(contact.containsKey("nemSmsSubscription")).isEqualTo(nemSms);
    }

    @Test
    void tellsHowACompanyStands() throws Exception {
        String cvr = TestOrganisation.COMPANY.cvr();
        assertThat(contacts(client.get("contacts/?cvrNumber=" + cvr)))
                .singleElement()
                .satisfies(contact -> assertThat(contact)
                        .containsEntry("type", "COMPANY")
                        .containsEntry("cvrNumber", cvr)
                        .doesNotContainKey("cprNumber"));
    }

    @Test
    void findsSeveralAtOnceAndLeavesOutTheUnknown() throws Exception {
        Answer answer = client.get("contacts/?cprNumber=" + TestPerson.ADULT.cpr() + ",0101505014,"
                + TestPerson.SECOND_ADULT.cpr() + "&cvrNumber=" + TestOrganisation.COMPANY.cvr());
        assertThat(contacts(answer)).hasSize(3);
        assertThat(answer.json()).containsEntry("totalElements", 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"contacts/?cprNumber=0101505014", "contacts/?cprNumber=", "contacts/"})
    void answersAnEmptyListForNobody(String path) throws Exception {
        Answer answer = client.get(path);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(contacts(answer)).isEmpty();
    }

    @Test
    void takesManyNumbersInTheBodyOfTheGet() throws Exception {
        Answer answer = bulk(
                "application/json",
                "{\"cprNumber\":[\"" + TestPerson.ADULT.cpr() + "\",\"" + TestPerson.CHILD.cpr()
                        + "\"],\"cvrNumber\":[\"" + TestOrganisation.AGENCY.cvr() + "\"]}");
        assertThat(contacts(answer)).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"application/json | no json", "application/json | ''", "application/json | [1]", "text/plain | {}"
            })
    void refusesABulkLookupWithoutAQueryInItsBody(String type, String body) throws Exception {
        assertThat(bulk(type, body).status()).isEqualTo(400);
    }

    @Test
    void givesOneContactById() throws Exception {
        String id = (String) contacts(client.get("contacts/?cprNumber=" + TestPerson.ADULT.cpr()))
                .get(0)
                .get("id");
        assertThat(client.get("contacts/" + id).json()).containsEntry("cprNumber", TestPerson.ADULT.cpr());
        assertThat(client.get("contacts/" + UUID.randomUUID()).status()).isEqualTo(404);
    }

    @Test
    void leavesThePersonOutOfTheRecordOfCalls() throws Exception {
        client.get("contacts/?cprNumber=" + TestPerson.ADULT.cpr());
        assertThat(sim.calls().toString()).doesNotContain(TestPerson.ADULT.cpr());
    }

    private static Answer bulk(String type, String body) throws Exception {
        return client.send(client.request("contacts/?isBulkLookup=true")
                .header("Content-Type", type)
                .method("GET", BodyPublishers.ofString(body))
                .build());
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> contacts(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        return (List<Map<String, Object>>) answer.json().get("contacts");
    }
}
