package dk.borgerbro.digitalpost;

import static dk.borgerbro.digitalpost.TestPost.KEY;
import static dk.borgerbro.digitalpost.TestPost.NOW;
import static dk.borgerbro.digitalpost.TestPost.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.IdempotencyConflictException;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.core.error.NotSentException;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.Responsibility;
import dk.borgerbro.core.error.ServiceException;
import dk.borgerbro.core.http.HttpCall;
import dk.borgerbro.core.http.RequestNotSentException;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.journal.JournalState;
import dk.borgerbro.core.observe.AuditEvent;
import dk.borgerbro.core.observe.CallEvent;
import dk.borgerbro.digitalpost.memo.ContentSource;
import dk.borgerbro.digitalpost.memo.IdType;
import dk.borgerbro.digitalpost.memo.MemoLimits;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import dk.borgerbro.digitalpost.memo.Message;
import dk.borgerbro.digitalpost.memo.MessageHeader;
import dk.borgerbro.digitalpost.memo.MessageType;
import dk.borgerbro.digitalpost.memo.Recipient;
import dk.borgerbro.digitalpost.memo.Sender;
import dk.borgerbro.digitalpost.receipt.ReceiptStatus;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The way of a letter through journal and pipeline, against a service that does whatever the script says. */
class SendingTest {
    private static final String RECEIVED =
            "{\"transmissionId\":\"t-1\",\"timeStamp\":\"2025-03-31T12:00:05.5Z\",\"receiptStatus\":\"RECEIVED\"}";

    @Test
    void theReceiptSaysWhatTheServiceSaid() {
        try (TestPost post = new TestPost()) {
            post.transport.answer(201, RECEIVED);
            SendReceipt receipt = post.client.send(letter(), KEY);
            assertThat(receipt.status()).isEqualTo(ReceiptStatus.RECEIVED);
            assertThat(receipt.transmissionId()).isEqualTo("t-1");
            assertThat(receipt.messageId()).isEqualTo(KEY.value());
            assertThat(receipt.time()).isEqualTo("2025-03-31T12:00:05.500Z");
            assertThat(receipt.messageUuid().version()).isEqualTo(4);
            assertThat(post.entry()).hasValueSatisfying(entry -> {
                assertThat(entry.state()).isEqualTo(JournalState.ACCEPTED);
                assertThat(entry.wireIds())
                        .containsEntry("messageUuid", receipt.messageUuid().toString());
            });
        }
    }

    @Test
    void theRequestCarriesIdLengthAndTypeAsTheServiceDemands() {
        try (TestPost post = new TestPost(
                UnaryOperator.identity(), builder -> builder.systemToken(new UUID(0, 1), Secret.of("hemmelig")))) {
            post.transport.answer(201, RECEIVED);
            SendReceipt receipt = post.client.send(letter(), KEY);
            HttpCall call = post.transport.calls().get(0);
            assertThat(call.method()).isEqualTo("POST");
            assertThat(call.uri())
                    .hasToString("https://digitalpost.example/v1/memos/?memo-message-uuid=" + receipt.messageUuid());
            assertThat(call.body().orElseThrow().contentType()).isEqualTo("application/xml");
            assertThat(call.body().orElseThrow().length())
                    .hasValue(post.transport.bodies().get(0).length);
            assertThat(call.headers().first("Authorization"))
                    .hasValue("Basic MDAwMDAwMDAtMDAwMC0wMDAwLTAwMDAtMDAwMDAwMDAwMDAxOmhlbW1lbGln");
            String body = new String(post.transport.bodies().get(0), StandardCharsets.UTF_8);
            assertThat(body)
                    .contains("<memo:messageUUID>" + receipt.messageUuid() + "<")
                    .contains("<memo:messageID>sag-1/brev/1<")
                    .contains("<memo:createdDateTime>2025-03-31T12:00:00Z<")
                    .contains("<memo:label>Prøvested Kommune<");
        }
    }

    @Test
    void aSecondSendUnderTheSameKeyGivesTheStoredReceiptAndSendsNothing() {
        try (TestPost post = new TestPost()) {
            post.transport.answer(201, RECEIVED);
            SendReceipt first = post.client.send(letter(), KEY);
            assertThat(post.client.send(letter(), KEY)).isEqualTo(first);
            assertThat(post.transport.calls()).hasSize(1);
        }
    }

    @Test
    void anotherLetterUnderTheSameKeyIsRefused() {
        try (TestPost post = new TestPost()) {
            post.transport.answer(201, RECEIVED);
            post.client.send(letter(), KEY);
            assertThatThrownBy(() -> post.client.send(letter("andet"), KEY))
                    .isInstanceOf(IdempotencyConflictException.class);
            assertThatThrownBy(() -> post.client.send(
                            letter().toBuilder()
                                    .document(Document.pdf("brev.pdf", ContentSource.of(new byte[] {1, 2, 4})))
                                    .build(),
                            KEY))
                    .isInstanceOf(IdempotencyConflictException.class);
            assertThat(post.transport.calls()).hasSize(1);
        }
    }

    @Test
    void twoAuthoritiesMayUseTheSameKey() {
        try (TestPost post = new TestPost()) {
            post.transport.answer(201, RECEIVED).answer(201, RECEIVED);
            SendReceipt first = post.client.send(letter(), KEY);
            SendReceipt second = post.client
                    .withSender(CvrNumber.of(TestOrganisation.AGENCY.cvr()), "Styrelsen")
                    .send(letter(), KEY);
            assertThat(second.messageUuid()).isNotEqualTo(first.messageUuid());
            assertThat(new String(post.transport.bodies().get(1), StandardCharsets.UTF_8))
                    .contains("<memo:senderID>99000015<")
                    .contains("<memo:label>Styrelsen<");
        }
    }

    @Test
    void aRepeatByTheClientSendsTheSameBytesUnderTheSameId() {
        try (TestPost post = new TestPost()) {
            post.transport
                    .answer(503, "{\"errorCode\":\"overload\",\"receiptStatus\":\"INVALID\"}")
                    .fail(new IOException("cut"))
                    .answer(201, RECEIVED);
            post.client.send(letter(), KEY);
            assertThat(post.transport.bodies()).hasSize(3);
            assertThat(post.transport.bodies().get(1))
                    .isEqualTo(post.transport.bodies().get(0));
            assertThat(post.transport.bodies().get(2))
                    .isEqualTo(post.transport.bodies().get(0));
            assertThat(post.transport.calls())
                    .extracting(HttpCall::uri)
                    .containsOnly(post.transport.calls().get(0).uri());
            assertThat(post.waits).hasSize(2);
        }
    }

    @Test
    void anUnknownOutcomeIsResolvedByTheCallerWithTheSameBytesUnderTheSameId() {
        try (TestPost post = TestPost.withoutRetries()) {
            post.transport.fail(new IOException("cut")).answer(201, RECEIVED);
            assertThatThrownBy(() -> post.client.send(letter(), KEY)).isInstanceOf(OutcomeUnknownException.class);
            assertThat(post.entry().orElseThrow().state()).isEqualTo(JournalState.UNKNOWN);
            post.client.send(letter(), KEY);
            assertThat(post.entry().orElseThrow().state()).isEqualTo(JournalState.ACCEPTED);
            assertThat(post.transport.bodies().get(1))
                    .isEqualTo(post.transport.bodies().get(0));
        }
    }

    @Test
    void whatCertainlyWasNotSentMayBeSentAgain() {
        try (TestPost post = TestPost.withoutRetries()) {
            post.transport
                    .fail(new RequestNotSentException("no route", new IOException("x")))
                    .answer(201, RECEIVED);
            assertThatThrownBy(() -> post.client.send(letter(), KEY)).isInstanceOf(NotSentException.class);
            assertThat(post.entry().orElseThrow().state()).isEqualTo(JournalState.NOT_SENT);
            post.client.send(letter(), KEY);
            assertThat(post.entry().orElseThrow().state()).isEqualTo(JournalState.ACCEPTED);
        }
    }

    @Test
    void aRefusalIsTypedAndSettled() {
        try (TestPost post = new TestPost()) {
            post.transport.answer(
                    400,
                    "{\"code\":\"memo.invalid\",\"message\":\"hemmelig\",\"fieldErrors\":[{\"field\":\"label\",\"code\":\"x\"}]}");
            assertThatThrownBy(() -> post.client.send(letter(), KEY))
                    .isInstanceOfSatisfying(ServiceException.class, e -> {
                        assertThat(e.code()).isEqualTo("memo.invalid");
                        assertThat(e.responsibility()).isEqualTo(Responsibility.INPUT);
                        assertThat(e.findings()).hasSize(1);
                        assertThat(e.fault().text()).isEqualTo("hemmelig");
                    })
                    .hasMessageNotContaining("hemmelig");
            assertThat(post.entry().orElseThrow().state()).isEqualTo(JournalState.REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 409, 422})
    void aRefusedRepeatAfterAnUnknownTryStaysUnknown(int status) {
        try (TestPost post = new TestPost()) {
            post.transport.fail(new IOException("cut")).answer(status, "{\"code\":\"duplicate\"}");
            assertThatThrownBy(() -> post.client.send(letter(), KEY)).isInstanceOf(OutcomeUnknownException.class);
            assertThat(post.entry().orElseThrow().state()).isEqualTo(JournalState.UNKNOWN);
            post.transport.answer(status, "{\"code\":\"duplicate\"}");
            assertThatThrownBy(() -> post.client.send(letter(), KEY))
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasMessageContaining("duplicate");
            assertThat(post.entry().orElseThrow().state()).isEqualTo(JournalState.UNKNOWN);
        }
    }

    @Test
    void aRefusalAfterOnlyRefusedTriesIsARefusal() {
        try (TestPost post = new TestPost()) {
            post.transport.answer(503, "{}").answer(400, "{\"code\":\"memo.invalid\"}");
            assertThatThrownBy(() -> post.client.send(letter(), KEY)).isInstanceOf(ServiceException.class);
            assertThat(post.entry().orElseThrow().state()).isEqualTo(JournalState.REFUSED);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"INVALID", "NOT_ALLOWED"})
    void aReceiptThatRefusesIsARefusal(String status) {
        try (TestPost post = new TestPost()) {
            post.transport.answer(
                    201, "{\"errorCode\":\"recipient.x\",\"errorMessage\":\"y\",\"receiptStatus\":\"" + status + "\"}");
            assertThatThrownBy(() -> post.client.send(letter(), KEY))
                    .isInstanceOfSatisfying(
                            ServiceException.class, e -> assertThat(e.code()).isEqualTo("recipient.x"));
            assertThat(post.entry().orElseThrow().state()).isEqualTo(JournalState.REFUSED);
        }
    }

    @Test
    void aStatusThatComesUpLaterIsKept() {
        try (TestPost post = new TestPost()) {
            post.transport.answer(201, "{\"receiptStatus\":\"QUEUED\",\"nyt\":{\"a\":[1,2]}}");
            SendReceipt receipt = post.client.send(letter(), KEY);
            assertThat(receipt.status().text()).isEqualTo("QUEUED");
            assertThat(receipt.status().isKnown()).isFalse();
            assertThat(receipt.time()).isEqualTo(NOW);
            assertThat(post.client.send(letter(), KEY)).isEqualTo(receipt);
        }
    }

    @Test
    void anAnswerOfAnyShapeCanBeKept() {
        try (TestPost post = new TestPost()) {
            post.transport.answer(
                    201,
                    "{\"receiptStatus\":\"RECEIVED\",\"messageId\":\"\\ud800\\u0000\",\"transmissionId\":\""
                            + "x".repeat(70_000) + "\"}");
            post.client.send(letter(), KEY);
            assertThat(post.entry().orElseThrow().state()).isEqualTo(JournalState.ACCEPTED);
            assertThat(post.client.send(letter(), KEY).transmissionId()).startsWith("xxx");
            assertThat(post.transport.calls()).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "hemmelig",
                "[]",
                "{}",
                "{\"receiptStatus\":null}",
                "{\"receiptStatus\":\"RECEIVED\"",
                "{\"receiptStatus\":\"RECEIVED\",\"messageUUID\":\"8c2ea15d-61fb-4ba9-9366-42f8b194c114\"}"
            })
    void aYesThatCannotBeUnderstoodIsNoReceipt(String body) {
        try (TestPost post = TestPost.withoutRetries()) {
            post.transport.answer(201, body);
            assertThatThrownBy(() -> post.client.send(letter(), KEY))
                    .isInstanceOf(OutcomeUnknownException.class)
                    .hasStackTraceContaining("OutcomeUnknownException")
                    .hasMessageNotContaining("hemmelig");
            assertThat(post.entry().orElseThrow().state()).isEqualTo(JournalState.UNKNOWN);
        }
    }

    @Test
    void whatBreaksARuleIsNeitherSentNorWrittenDown() {
        try (TestPost post = new TestPost()) {
            assertThatThrownBy(() -> post.client.send(
                            letter().toBuilder().mandatory(true).build(), KEY))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("V21");
            assertThat(post.entry()).isEmpty();
            assertThat(post.transport.calls()).isEmpty();
        }
    }

    @Test
    void permissionsAndLimitsAreTheClients() {
        try (TestPost post = new TestPost(
                UnaryOperator.identity(),
                builder -> builder.mandatoryPostAllowed(true)
                        .legalNotificationAllowed(true)
                        .limits(new MemoLimits(2, 1000, 1)))) {
            assertThatThrownBy(() -> post.client.send(
                            letter().toBuilder()
                                    .mandatory(true)
                                    .legalNotification(true)
                                    .build(),
                            KEY))
                    .isInstanceOfSatisfying(
                            InvalidInputException.class,
                            e -> assertThat(e.findings())
                                    .singleElement()
                                    .satisfies(finding ->
                                            assertThat(finding.rule()).isEqualTo("V16")));
        }
    }

    @Test
    void aDocumentOfUnknownSizeIsMeasuredBeforeAnythingIsSent() {
        try (TestPost post =
                new TestPost(UnaryOperator.identity(), builder -> builder.limits(new MemoLimits(2, 1000, 1)))) {
            Letter large = letter().toBuilder()
                    .document(Document.pdf("x.pdf", () -> new java.io.ByteArrayInputStream(new byte[3])))
                    .build();
            assertThatThrownBy(() -> post.client.send(large, KEY)).hasMessageContaining("V16");
            Letter empty = letter().toBuilder()
                    .document(Document.pdf("x.pdf", java.io.InputStream::nullInputStream))
                    .build();
            assertThatThrownBy(() -> post.client.send(empty, KEY)).hasMessageContaining("V17");
            assertThat(post.entry()).isEmpty();
        }
    }

    @Test
    void aDocumentThatVanishesIsATypedErrorAndNothingIsSent(@TempDir Path folder) throws IOException {
        Path file = Files.write(folder.resolve("Hemmelig.pdf"), new byte[] {1});
        try (TestPost post = new TestPost()) {
            Letter letter = letter().toBuilder().document(Document.pdf(file)).build();
            Files.delete(file);
            assertThatThrownBy(() -> post.client.send(letter, KEY))
                    .isInstanceOf(InvalidInputException.class)
                    .hasMessageContaining("V17")
                    .hasMessageNotContaining("Hemmelig");
            assertThat(post.entry()).isEmpty();
        }
    }

    @Test
    void whileOneThreadSendsAnotherIsToldToComeAgain() {
        List<Throwable> seen = new ArrayList<>();
        TestPost[] holder = new TestPost[1];
        try (TestPost post = new TestPost(
                settings -> settings.listener(event -> {
                    if (event instanceof CallEvent.Started) {
                        seen.add(org.assertj.core.api.Assertions.catchThrowable(
                                () -> holder[0].client.send(letter(), KEY)));
                    }
                }),
                UnaryOperator.identity())) {
            holder[0] = post;
            post.transport.answer(201, RECEIVED);
            post.client.send(letter(), KEY);
            assertThat(seen)
                    .singleElement()
                    .satisfies(e -> assertThat(e)
                            .isInstanceOf(OutcomeUnknownException.class)
                            .hasMessageContaining("right now"));
            assertThat(post.transport.calls()).hasSize(1);
        }
    }

    @Test
    void lettersAreWrittenInTheVersionThatWasAskedFor() {
        try (TestPost post = new TestPost(UnaryOperator.identity(), b -> b.version(MemoVersion.V1_1))) {
            post.transport.answer(201, RECEIVED);
            post.client.send(letter(), KEY);
            assertThat(new String(post.transport.bodies().get(0), StandardCharsets.UTF_8))
                    .contains("memoVersion=\"1.1\"");
        }
    }

    @Test
    void aWholeMessageGoesUnderItsOwnId() {
        Message sms = Message.builder(MessageHeader.builder(
                                MessageType.NEMSMS,
                                UUID.fromString("fcdcf318-59b6-427c-9879-4f0af833d593"),
                                "Påmindelse",
                                Sender.of(TestPost.SENDER, "Kommunen"),
                                Recipient.builder(TestPerson.ADULT.cpr(), IdType.CPR)
                                        .build())
                        .notification("Husk din tid i morgen")
                        .build())
                .build();
        try (TestPost post = new TestPost()) {
            post.transport.answer(201, RECEIVED);
            SendReceipt receipt = post.client.send(sms, KEY);
            assertThat(receipt.messageUuid()).hasToString("fcdcf318-59b6-427c-9879-4f0af833d593");
            assertThat(receipt.messageId()).isEmpty();
            assertThat(post.client.send(sms, KEY)).isEqualTo(receipt);
            assertThatThrownBy(() -> post.client.send(sms, IdempotencyKey.of("sag-1/sms/2")))
                    .isInstanceOf(InvalidInputException.class);
            assertThat(post.transport.calls()).hasSize(1);
        }
    }

    @Test
    void aFinishedMessageGoesByteForByte() throws Exception {
        Path example = Path.of(SendingTest.class
                .getResource("/memo/samples/1.2/MeMo_Full_Example.xml")
                .toURI());
        MemoFile memo = MemoFile.of(example);
        try (TestPost post = new TestPost(UnaryOperator.identity(), b -> b.mandatoryPostAllowed(true))) {
            post.transport.answer(503, "{}").answer(201, RECEIVED);
            SendReceipt receipt = post.client.send(memo, KEY);
            assertThat(post.transport.bodies())
                    .allSatisfy(body -> assertThat(body).isEqualTo(Files.readAllBytes(example)));
            assertThat(post.transport.calls().get(0).uri().getQuery())
                    .isEqualTo("memo-message-uuid=8C2EA15D-61FB-4BA9-9366-42F8B194C114");
            assertThat(receipt.messageId()).isEqualTo("MSG-12345");
        }
        try (TestPost post = new TestPost(UnaryOperator.identity(), b -> b.limits(new MemoLimits(1, 1000, 1)))) {
            assertThatThrownBy(() -> post.client.send(memo, KEY))
                    .hasMessageContaining("V16")
                    .hasMessageContaining("V21");
        }
    }

    @Test
    void theAuditListenerHearsWhoGotALetter() {
        List<AuditEvent> events = new ArrayList<>();
        try (TestPost post = new TestPost(settings -> settings.audit(events::add), UnaryOperator.identity())) {
            post.transport.answer(400, "{}").answer(201, RECEIVED);
            assertThatThrownBy(() -> post.client.send(letter(), KEY)).isInstanceOf(ServiceException.class);
            assertThat(events).isEmpty();
            SendReceipt receipt = post.client.send(letter(), KEY);
            assertThat(events).singleElement().satisfies(event -> {
                assertThat(event.operation()).isEqualTo("send");
                assertThat(event.authority()).isEqualTo(TestPost.SENDER);
                assertThat(event.at()).isEqualTo(NOW);
                assertThat(event.details())
                        .containsEntry("recipient", TestPerson.ADULT.cpr())
                        .containsEntry("messageUuid", receipt.messageUuid().toString());
                assertThat(event.toString()).doesNotContain(TestPerson.ADULT.cpr());
            });
        }
    }

    @Test
    void aViewWithoutANameForItsSenderIsRefused() {
        try (TestPost post = new TestPost()) {
            assertThatThrownBy(() -> post.client.withSender(CvrNumber.of(TestOrganisation.AGENCY.cvr()), " "))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("label");
        }
    }

    @Test
    void closingAViewLeavesTheClientOpen() {
        TestPost post = new TestPost();
        post.client.withSender(CvrNumber.of(TestOrganisation.AGENCY.cvr())).close();
        post.client.withSystemToken(Secret.of("x")).close();
        assertThat(post.transport.isClosed()).isFalse();
        post.close();
        assertThat(post.transport.isClosed()).isTrue();
    }
}
