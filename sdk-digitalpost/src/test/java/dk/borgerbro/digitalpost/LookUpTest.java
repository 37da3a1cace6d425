package dk.borgerbro.digitalpost;

import static dk.borgerbro.digitalpost.TestPost.KEY;
import static dk.borgerbro.digitalpost.TestPost.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.error.TransportException;
import dk.borgerbro.core.http.HttpCall;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.journal.JournalState;
import dk.borgerbro.core.observe.AuditEvent;
import dk.borgerbro.digitalpost.receipt.Receipt;
import dk.borgerbro.digitalpost.receipt.ReceiptStatus;
import dk.borgerbro.digitalpost.registration.PublicRegistrationStatus;
import dk.borgerbro.digitalpost.registration.Registration;
import dk.borgerbro.digitalpost.registration.RegistrationStatus;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Registrations, receipts and the look-up of an unknown outcome, against scripted answers. */
class LookUpTest {
    private static final UUID FIRST = new UUID(1, 1);
    private static final UUID SECOND = new UUID(2, 2);

    @Test
    void aRegistrationIsReadFromTheRealShape() {
        try (TestPost post = new TestPost()) {
            post.transport.answer(200, """
                    {"currentPage":0,"next":"WyAx","totalPages":1,"elementsOnPage":1,"totalElements":1,"contacts":[
                      {"id":"62e55094-66d3-4247-822b-ed57d416819b","version":3,"type":"COMPANY","cvrNumber":"99000023",
                       "mailboxSubscription":{"registrationStatus":"EXEMPT_OTHER_REASON","publicRegistrationStatus":"EXEMPT",
                         "exemptionStart":"2024-01-01","exemptionEnd":"2026-12-31","startTime":"2013-11-21T00:08:06.770Z"},
                       "nemSmsSubscription":{"mobileNumber":"20000000","verificationTime":"2020-01-01T00:00:00Z"},
                       "lastUpdated":"2023-08-25T00:49:34.437Z","address":{"@type":"CompanyAddress"}}]}""");
            Registration registration = post.client.registration(CvrNumber.of(TestOrganisation.COMPANY.cvr()));
            assertThat(registration)
                    .isEqualTo(Registration.builder(PublicRegistrationStatus.EXEMPT)
                            .status(RegistrationStatus.EXEMPT_OTHER_REASON)
                            .nemSms(true)
                            .exemptionStart(LocalDate.of(2024, 1, 1))
                            .exemptionEnd(LocalDate.of(2026, 12, 31))
                            .lastUpdated(Instant.parse("2023-08-25T00:49:34.437Z"))
                            .build());
            assertThat(registration.canReceiveDigitalPost()).isFalse();
            assertThat(registration.canReceiveNemSms()).isTrue();
            assertThat(post.transport.calls().get(0).uri())
                    .hasToString("https://digitalpost.example/v1/contacts/?cvrNumber=99000023");
        }
    }

    @Test
    void nobodyIsAnAnswerAndNotAnError() {
        try (TestPost post = new TestPost()) {
            post.transport.answer(200, "{\"contacts\":[]}");
            Registration registration = post.client.registration(TestPost.PERSON);
            assertThat(registration.isFound()).isFalse();
            assertThat(registration.canReceiveDigitalPost()).isFalse();
            assertThat(registration).isEqualTo(Registration.notFound()).hasToString("Registration(not found)");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "{\"contacts\":{}}",
                "{\"contacts\":[{\"cprNumber\":\"1402505059\",\"mailboxSubscription\":{\"publicRegistrationStatus\":\"REGISTERED\"}}]}",
                "{\"contacts\":[{\"mailboxSubscription\":{\"publicRegistrationStatus\":\"REGISTERED\"}}]}"
            })
    void anAnswerAboutSomebodyElseOrOfAnotherShapeIsNotTakenForNobody(String body) {
        try (TestPost post = TestPost.withoutRetries()) {
            post.transport.answer(200, body);
            assertThatThrownBy(() -> post.client.registration(TestPost.PERSON))
                    .isInstanceOf(TransportException.class)
                    .hasMessageNotContaining(TestPerson.ADULT.cpr());
        }
    }

    @Test
    void aFailedLookUpIsAnErrorWithoutTheNumber() {
        try (TestPost post = TestPost.withoutRetries()) {
            post.transport.answer(403, "{\"code\":\"x\"}").fail(new IOException("https://x/?cprNumber=hemmelig"));
            assertThatThrownBy(() -> post.client.registration(TestPost.PERSON)).isInstanceOf(ServiceException.class);
            assertThatThrownBy(() -> post.client.registration(TestPost.PERSON))
                    .isInstanceOf(TransportException.class)
                    .satisfies(e -> assertThat(stackTrace(e)).doesNotContain("hemmelig"));
        }
    }

    @Test
    void statusesThatComeUpLaterAreKept() {
        try (TestPost post = new TestPost()) {
            post.transport.answer(
                    200,
                    "{\"contacts\":[{\"cprNumber\":\"0101505006\",\"mailboxSubscription\":"
                            + "{\"publicRegistrationStatus\":\"PAUSED\",\"registrationStatus\":\"NEW\",\"exemptionStart\":\"x\"}}]}");
            Registration registration = post.client.registration(TestPost.PERSON);
            assertThat(registration.publicStatus().isKnown()).isFalse();
            assertThat(registration.publicStatus().text()).isEqualTo("PAUSED");
            assertThat(registration.status()).contains(RegistrationStatus.of("NEW"));
            assertThat(registration.canReceiveDigitalPost()).isFalse();
        }
    }

    @Test
    void theAuditListenerHearsWhoWasLookedUp() {
        List<AuditEvent> events = new ArrayList<>();
        try (TestPost post = new TestPost(settings -> settings.audit(events::add), UnaryOperator.identity())) {
            post.transport.answer(200, "{\"contacts\":[]}");
            post.client.registration(TestPost.PERSON);
            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.operation()).isEqualTo("registration");
                assertThat(event.details()).containsEntry("cprNumber", TestPerson.ADULT.cpr());
            });
        }
    }

    @Test
    void receiptsAreDeletedOnlyAfterTheHandlerReturned() {
        try (TestPost post = new TestPost()) {
            post.transport
                    .answer(200, page(FIRST, SECOND))
                    .answer(200, receipt("COMPLETED", new UUID(9, 9)))
                    .answer(204, "")
                    .answer(200, receipt("INVALID", new UUID(8, 8)));
            List<ReceiptStatus> seen = new ArrayList<>();
            assertThatThrownBy(() -> post.client.receipts().process(receipt -> {
                        seen.add(receipt.status());
                        if (receipt.status().isRefusal()) {
                            throw new IllegalStateException("the database is down");
                        }
                    }))
                    .hasMessage("the database is down");
            assertThat(seen).containsExactly(ReceiptStatus.COMPLETED, ReceiptStatus.INVALID);
            assertThat(post.transport.calls())
                    .extracting(HttpCall::method)
                    .containsExactly("GET", "GET", "DELETE", "GET");
            assertThat(post.transport.calls().get(1).uri())
                    .hasToString("https://digitalpost.example/v1/receipts/" + FIRST + "?delete=false");
        }
    }

    @Test
    void processingEndsWhenNothingNewIsListedAndBearsWhatIsGone() {
        try (TestPost post = new TestPost()) {
            post.transport
                    .answer(200, page(FIRST, SECOND))
                    .answer(404, "{}")
                    .answer(200, receipt("COMPLETED", new UUID(9, 9)))
                    .answer(404, "{}")
                    .answer(200, page(FIRST, SECOND));
            assertThat(post.client.receipts().process(receipt -> {})).isEqualTo(1);
            assertThat(post.transport.calls()).hasSize(5);
        }
    }

    @Test
    void processingLooksBehindAPageOfReceiptsThatWereDeletedAlready() {
        UUID[] deleted = new UUID[100];
        Arrays.setAll(deleted, i -> new UUID(7, i));
        try (TestPost post = new TestPost()) {
            post.transport.answer(200, page(deleted));
            for (UUID ignored : deleted) {
                post.transport.answer(404, "{}");
            }
            post.transport
                    .answer(200, page(deleted))
                    .answer(200, page(FIRST))
                    .answer(200, receipt("COMPLETED", new UUID(9, 9)))
                    .answer(204, "")
                    .answer(200, page(deleted))
                    .answer(200, page());
            assertThat(post.client.receipts().process(receipt -> {})).isEqualTo(1);
        }
    }

    @Test
    void processingEndsAtAServiceThatRepeatsItselfForEver() {
        UUID[] same = new UUID[100];
        Arrays.setAll(same, i -> new UUID(7, i));
        try (TestPost post = new TestPost()) {
            post.transport.answer(200, page(same));
            for (UUID ignored : same) {
                post.transport.answer(404, "{}");
            }
            for (int i = 0; i <= 50; i++) {
                post.transport.answer(200, page(same));
            }
            assertThat(post.client.receipts().process(receipt -> {})).isZero();
        }
    }

    @Test
    void aReceiptHoldsWhatTheServiceSaid() {
        try (TestPost post = new TestPost()) {
            post.transport.answer(
                    200,
                    "{\"transmissionId\":\"t\",\"messageUUID\":\"" + FIRST
                            + "\",\"messageId\":\"m\",\"errorCode\":\"memo.invalid\","
                            + "\"errorMessage\":\"hemmelig\",\"timeStamp\":\"2025-03-31T12:00:00+02:00\",\"receiptStatus\":\"INVALID\"}");
            assertThat(post.client.receipts().fetch(SECOND)).hasValueSatisfying(receipt -> {
                assertThat(receipt)
                        .isEqualTo(Receipt.builder(ReceiptStatus.INVALID)
                                .messageUuid(FIRST)
                                .messageId("m")
                                .transmissionId("t")
                                .errorCode("memo.invalid")
                                .errorMessage("hemmelig")
                                .time(Instant.parse("2025-03-31T10:00:00Z"))
                                .build());
                assertThat(receipt.toString()).doesNotContain("hemmelig");
            });
        }
    }

    @Test
    void pagesOutOfRangeAreRefused() {
        try (TestPost post = new TestPost()) {
            assertThatThrownBy(() -> post.client.receipts().list(-1, 10)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> post.client.receipts().list(0, 0)).isInstanceOf(InvalidInputException.class);
            assertThatThrownBy(() -> post.client.receipts().list(0, 1001)).isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void aKeyThatWasNeverUsedFindsNothing() {
        try (TestPost post = new TestPost()) {
            assertThat(post.client.find(KEY)).isEmpty();
        }
    }

    @Test
    void anUnknownOutcomeIsLookedUpAmongTheWaitingReceipts() {
        try (TestPost post = TestPost.withoutRetries()) {
            UUID uuid = loseTheAnswer(post);
            post.transport
                    .answer(200, "{\"receipts\":[]}")
                    .answer(
                            200,
                            "{\"receipts\":[{\"id\":\"x\",\"messageUUID\":\"" + uuid
                                    + "\",\"transmissionId\":\"t-9\",\"messageId\":\"m\",\"receiptStatus\":\"COMPLETED\"}]}");
            assertThat(post.client.find(KEY)).contains(Dispatch.of(JournalState.UNKNOWN, uuid));
            assertThat(post.client.find(KEY)).hasValueSatisfying(dispatch -> {
                assertThat(dispatch.state()).isEqualTo(JournalState.ACCEPTED);
                assertThat(dispatch.receipt().orElseThrow().transmissionId()).isEqualTo("t-9");
            });
            int calls = post.transport.calls().size();
            assertThat(post.client.send(letter(), KEY).messageUuid()).isEqualTo(uuid);
            assertThat(post.transport.calls()).hasSize(calls);
        }
    }

    @Test
    void aReceiptThatIsProcessedSettlesAnUnknownOutcome() {
        try (TestPost post = TestPost.withoutRetries()) {
            UUID uuid = loseTheAnswer(post);
            post.transport
                    .answer(200, page(FIRST))
                    .answer(200, receipt("INVALID", uuid))
                    .answer(204, "")
                    .answer(200, page());
            assertThat(post.client.receipts().process(receipt -> {})).isEqualTo(1);
            assertThat(post.entry().orElseThrow().state()).isEqualTo(JournalState.ACCEPTED);
        }
    }

    @Test
    void theBuilderReportsEverythingThatIsMissingAtOnce() {
        assertThatThrownBy(() -> DigitalPostClient.builder().build())
                .isInstanceOfSatisfying(
                        ConfigurationException.class,
                        e -> assertThat(e.problems())
                                .hasSize(3)
                                .anyMatch(problem -> problem.startsWith("environment"))
                                .anyMatch(problem -> problem.startsWith("key"))
                                .anyMatch(problem -> problem.startsWith("sender")));
    }

    @Test
    void environmentsNameTheAddressesOfTheDescription() {
        assertThat(DigitalPostEnvironment.production().baseUri()).hasToString("https://api.digitalpost.dk/apis/v1/");
        assertThat(DigitalPostEnvironment.test().baseUri()).hasToString("https://api.test.digitalpost.dk/apis/v1/");
    }

    private static UUID loseTheAnswer(TestPost post) {
        post.transport.fail(new IOException("cut"));
        assertThatThrownBy(() -> post.client.send(letter(), KEY)).isInstanceOf(OutcomeUnknownException.class);
        return UUID.fromString(post.entry().orElseThrow().wireIds().get("messageUuid"));
    }

    private static String page(UUID... ids) {
        StringBuilder content = new StringBuilder();
        for (UUID id : ids) {
            content.append(content.isEmpty() ? "" : ",").append('"').append(id).append('"');
        }
        return "{\"content\":[" + content + "],\"number\":0,\"size\":100,\"totalElements\":" + ids.length + "}";
    }

    private static String receipt(String status, UUID messageUuid) {
        return "{\"messageUUID\":\"" + messageUuid + "\",\"receiptStatus\":\"" + status + "\"}";
    }

    private static String stackTrace(Throwable e) {
        java.io.StringWriter out = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(out));
        return out.toString();
    }
}
