package dk.borgerbro.eid.internal.logout;

import static dk.borgerbro.eid.internal.logout.LogoutWorld.ADDRESS;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.AGE;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.ANNA;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.BO;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.BROWSER;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.FORGE;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.INDEX;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.NOW;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.OTHER_BROWSER;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.SKEW;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.by;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LogoutResult;
import dk.borgerbro.eid.saml.LogoutCheck;
import dk.borgerbro.eid.saml.LogoutRejectedException;
import dk.borgerbro.eid.saml.NameId;
import dk.borgerbro.eid.saml.SamlBinding;
import dk.borgerbro.testkit.nemlogin.ForgedMessage;
import dk.borgerbro.testkit.nemlogin.SamlAlgorithms;
import dk.borgerbro.testkit.nemlogin.SignatureRecipe;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Logouts that the identity provider begins: S50, S51 and S53. */
class LogoutRequestTest {
    private final LogoutWorld world = new LogoutWorld();
    private final LogoutFlow flow = world.annaLoggedIn().flow();

    private List<BrowserSession> ended(IncomingRequest request) {
        LogoutResult result = flow.handle(request);
        assertThat(result).isInstanceOf(LogoutResult.EndedByProvider.class);
        return ((LogoutResult.EndedByProvider) result).sessions();
    }

    private void assertRefused(IncomingRequest request, LogoutCheck check) {
        boolean soap = request.contentType().startsWith("text/xml");
        assertThatExceptionOfType(LogoutRejectedException.class)
                .isThrownBy(() -> flow.handle(request, BROWSER))
                .satisfies(e -> assertThat(e.code()).isEqualTo(check))
                .satisfies(e ->
                        assertThat(e).hasNoCause().hasMessageNotContaining(ANNA).hasMessageNotContaining(INDEX))
                .satisfies(e -> assertThat(e.answer().status()).isEqualTo(soap ? 500 : 400))
                .satisfies(e -> assertThat(new String(e.answer().body(), StandardCharsets.UTF_8))
                        .contains(soap ? "<faultcode>soap:Client</faultcode>" : "<html lang=\"da\">")
                        .doesNotContain("L0", "L1"));
        assertThat(world.isLoggedIn(BROWSER)).as("session stays").isTrue();
        assertThat(world.lastEvent().details())
                .containsEntry("check", check.name())
                .containsEntry("outcome", "Rejected");
    }

    @ParameterizedTest
    @EnumSource
    void sessionOfTheSubjectEndsByEveryBinding(SamlBinding binding) {
        assertThat(ended(by(binding, world.logoutRequest(INDEX)))).containsExactly(BROWSER);

        assertThat(world.isLoggedIn(BROWSER)).isFalse();
        assertThat(world.lastEvent().operation()).isEqualTo("logout");
        assertThat(world.lastEvent().details())
                .containsEntry("binding", binding.name())
                .containsEntry("subject", ANNA)
                .containsEntry("sessionIndex", INDEX)
                .containsEntry("ended", "1")
                .containsEntry("outcome", "EndedByProvider");
    }

    @Test
    void withoutSessionIndexAllOfTheSubjectEndAndNobodyElses() {
        BrowserSession third = BrowserSession.of("third-browser-5512");
        world.sessions.open(OTHER_BROWSER, session(ANNA).withSessionIndex("_another"));
        world.sessions.open(third, session(BO).withSessionIndex(INDEX));

        assertThat(ended(by(SamlBinding.SOAP, world.logoutRequest())))
                .containsExactlyInAnyOrder(BROWSER, OTHER_BROWSER);

        assertThat(world.isLoggedIn(BROWSER)).isFalse();
        assertThat(world.isLoggedIn(OTHER_BROWSER)).isFalse();
        assertThat(world.isLoggedIn(third)).isTrue();
    }

    @Test
    void withSessionIndexesThoseEndAndNoOthers() {
        world.sessions.open(OTHER_BROWSER, session(ANNA).withSessionIndex("_another"));

        assertThat(ended(by(SamlBinding.HTTP_POST, world.logoutRequest("_unknown", "_another", "_another"))))
                .containsExactly(OTHER_BROWSER);

        assertThat(world.isLoggedIn(BROWSER)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void unknownSessionGetsTheSameAnswerAsAKnownOne(SamlBinding binding) {
        LogoutResult known = flow.handle(by(binding, world.logoutRequest(INDEX)), BROWSER);
        LogoutResult unknown = flow.handle(by(binding, FORGE.logoutRequest(ADDRESS, BO, INDEX)), BROWSER);
        LogoutResult again = flow.handle(by(binding, world.logoutRequest(INDEX)), BROWSER);

        for (LogoutResult other : List.of(unknown, again)) {
            assertThat(((LogoutResult.EndedByProvider) other).sessions()).isEmpty();
            assertThat(other.answer().status()).isEqualTo(known.answer().status());
            assertThat(other.answer().headers().keySet())
                    .isEqualTo(known.answer().headers().keySet());
        }
    }

    @Test
    void requestForSomebodyElseLeavesTheBrowsersSession() {
        assertThat(ended(by(SamlBinding.HTTP_REDIRECT, FORGE.logoutRequest(ADDRESS, BO, INDEX))))
                .isEmpty();
        assertThat(world.isLoggedIn(BROWSER)).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void secondKeyOfTheIdentityProviderCountsToo(SamlBinding binding) {
        ForgedMessage request = world.logoutRequest(INDEX).withSignature(SignatureRecipe.by(FORGE.secondSigner()));

        assertThat(ended(by(binding, request))).containsExactly(BROWSER);
    }

    static Stream<Arguments> attacks() {
        List<Arguments> all = new ArrayList<>();
        for (SamlBinding binding : SamlBinding.values()) {
            all.add(attack(binding, LogoutCheck.L04_SIGNATURE_MISSING, ForgedMessage::withoutSignature));
            all.add(attack(
                    binding, LogoutCheck.L07_SIGNATURE_KEY, m -> signedBy(m, SignatureRecipe.by(FORGE.stranger()))));
            all.add(attack(
                    binding,
                    LogoutCheck.L07_SIGNATURE_KEY,
                    m -> signedBy(m, SignatureRecipe.by(FORGE.retiredSigner()))));
            all.add(attack(
                    binding,
                    LogoutCheck.L06_SIGNATURE_ALGORITHM,
                    m -> m.withSignature(recipe -> recipe.withAlgorithm(SamlAlgorithms.RSA_SHA1))));
            all.add(attack(
                    binding,
                    LogoutCheck.L06_SIGNATURE_ALGORITHM,
                    m -> signedBy(
                            m,
                            SignatureRecipe.bySecret(
                                    FORGE.signer().certificate().getPublicKey().getEncoded()))));
            all.add(attack(
                    binding,
                    LogoutCheck.L08_ISSUER,
                    m -> m.change(xml -> xml.set("Issuer", "https://saml.other.example"))));
            all.add(attack(
                    binding, LogoutCheck.L08_ISSUER, m -> m.change(xml -> xml.set("Issuer", xml.get("Issuer") + "/"))));
            all.add(attack(
                    binding,
                    LogoutCheck.L08_ISSUER,
                    m -> m.change(xml -> xml.set("Issuer/@Format", NameId.PERSISTENT))));
            all.add(attack(binding, LogoutCheck.L08_ISSUER, m -> m.change(xml -> xml.remove("Issuer"))));
            all.add(attack(binding, LogoutCheck.L09_DESTINATION, m -> m.change(xml -> xml.remove("@Destination"))));
            all.add(attack(
                    binding,
                    LogoutCheck.L09_DESTINATION,
                    m -> m.change(xml -> xml.set("@Destination", ADDRESS + "/"))));
            all.add(attack(
                    binding,
                    LogoutCheck.L10_TIME,
                    m -> issued(m, NOW.minus(AGE).minus(SKEW).minusMillis(1))));
            all.add(attack(
                    binding, LogoutCheck.L10_TIME, m -> issued(m, NOW.plus(SKEW).plusMillis(1))));
            all.add(attack(
                    binding,
                    LogoutCheck.L10_TIME,
                    m -> m.change(
                            xml -> xml.set("@NotOnOrAfter", NOW.minus(SKEW).toString()))));
            all.add(
                    attack(
                            binding,
                            LogoutCheck.L12_SUBJECT,
                            m -> m.change(
                                    xml -> xml.replace(
                                            "NameID",
                                            "<saml:EncryptedID><xenc:EncryptedData><xenc:CipherData><xenc:CipherValue>AAAA"
                                                    + "</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></saml:EncryptedID>"))));
            all.add(attack(binding, LogoutCheck.L03_STRUCTURE, m -> m.change(xml -> xml.set("@Version", "1.1"))));
            all.add(attack(binding, LogoutCheck.L03_STRUCTURE, m -> m.change(xml -> xml.remove("NameID"))));
        }
        for (SamlBinding binding : List.of(SamlBinding.HTTP_POST, SamlBinding.SOAP)) {
            all.add(attack(
                    binding,
                    LogoutCheck.L05_SIGNATURE_FORM,
                    m -> m.withSignature(recipe -> recipe.withReferenceUri(""))));
            all.add(attack(
                    binding,
                    LogoutCheck.L05_SIGNATURE_FORM,
                    m -> m.withSignature(recipe -> recipe.withObject("<x/>"))));
            all.add(attack(binding, LogoutCheck.L07_SIGNATURE_KEY, m -> m.changeSigned(xml -> xml.set("NameID", BO))));
            all.add(attack(
                    binding, LogoutCheck.L04_SIGNATURE_MISSING, m -> m.changeSigned(xml -> xml.remove("Signature"))));
        }
        return all.stream();
    }

    private static Arguments attack(SamlBinding binding, LogoutCheck check, UnaryOperator<ForgedMessage> change) {
        return Arguments.of(binding, check, change);
    }

    private static ForgedMessage signedBy(ForgedMessage message, SignatureRecipe recipe) {
        return message.withSignature(recipe);
    }

    private static ForgedMessage issued(ForgedMessage message, Instant at) {
        return message.change(xml -> xml.set("@IssueInstant", at.toString()));
    }

    @ParameterizedTest(name = "{0} {1} {index}")
    @MethodSource("attacks")
    void requestThatIsNotToBeBelievedEndsNothing(
            SamlBinding binding, LogoutCheck check, UnaryOperator<ForgedMessage> change) {
        assertRefused(by(binding, change.apply(world.logoutRequest(INDEX))), check);
    }

    @ParameterizedTest
    @EnumSource
    void clocksMayDifferByTheSkewAndNoMore(SamlBinding binding) {
        for (Instant at : List.of(NOW.minus(AGE).minus(SKEW), NOW.plus(SKEW))) {
            assertThat(flow.handle(by(binding, issued(world.logoutRequest(), at)), BROWSER))
                    .isNotNull();
        }
        ForgedMessage ending = world.logoutRequest()
                .change(xml ->
                        xml.set("@NotOnOrAfter", NOW.minus(SKEW).plusMillis(1).toString()));
        assertThat(flow.handle(by(binding, ending), BROWSER)).isNotNull();
        ForgedMessage endless = world.logoutRequest().change(xml -> xml.remove("@NotOnOrAfter"));
        assertThat(flow.handle(by(binding, endless), BROWSER)).isNotNull();
    }

    @Test
    void requestCountsOnceWhicheverBindingBringsItAgain() {
        ForgedMessage request = world.logoutRequest(INDEX);
        flow.handle(by(SamlBinding.HTTP_REDIRECT, request), BROWSER);
        world.annaLoggedIn();

        for (SamlBinding binding : SamlBinding.values()) {
            assertRefused(by(binding, request), LogoutCheck.L11_REPLAY);
        }
    }

    @Test
    void requestIsRememberedForAsLongAsItCouldBeBelieved() {
        ForgedMessage latest =
                issued(world.logoutRequest(INDEX), NOW.plus(SKEW)).change(xml -> xml.remove("@NotOnOrAfter"));
        flow.handle(by(SamlBinding.SOAP, latest));
        world.annaLoggedIn();

        world.now.set(NOW.plus(SKEW).plus(AGE).plus(SKEW));
        assertRefused(by(SamlBinding.SOAP, latest), LogoutCheck.L11_REPLAY);
        world.now.set(NOW.plus(SKEW).plus(AGE).plus(SKEW).plusMillis(1));
        assertRefused(by(SamlBinding.SOAP, latest), LogoutCheck.L10_TIME);
    }

    @Test
    void requestThatWasRefusedBeforeItsTurnIsNotUsedUp() {
        ForgedMessage request = world.logoutRequest(INDEX);
        assertRefused(by(SamlBinding.HTTP_POST, request.withoutSignature()), LogoutCheck.L04_SIGNATURE_MISSING);

        assertThat(ended(by(SamlBinding.HTTP_POST, request))).containsExactly(BROWSER);
    }

    @Test
    void reloadFinishesWhatAFaultOfTheStoreInterrupted() {
        ForgedMessage request = world.logoutRequest(INDEX);
        StoppingStore stopping = new StoppingStore(world.store);
        LogoutFlow interrupted = world.flow(SamlBinding.HTTP_POST, stopping);
        stopping.stopBefore(1);

        assertThatExceptionOfType(StoppingStore.Stopped.class)
                .isThrownBy(() -> interrupted.handle(by(SamlBinding.HTTP_REDIRECT, request), BROWSER));
        assertThat(world.isLoggedIn(BROWSER)).isTrue();
        assertThat(world.lastEvent().details()).containsEntry("outcome", "Failed");

        assertThat(ended(by(SamlBinding.HTTP_REDIRECT, request))).containsExactly(BROWSER);
    }

    @Test
    void repeatedReorderedAndForeignlyEncodedParametersAreRefused() {
        ForgedMessage request = world.logoutRequest(INDEX).withRelayState("state");
        for (UnaryOperator<String> change : List.<UnaryOperator<String>>of(
                query -> query + "&RelayState=state",
                query -> query + "&" + query,
                query -> query.replaceAll("(RelayState=state)&(SigAlg=[^&]*)", "$2&$1"),
                query -> query + "&SAMLEncoding=urn:other",
                query -> query + "&SAMLResponse=AAAA")) {
            assertRefused(by(SamlBinding.HTTP_REDIRECT, request.changeQuery(change)), LogoutCheck.L01_TRANSPORT);
        }
    }

    @Test
    void signatureInsideARedirectedMessageMustHoldTooButIsNotEnough() {
        String signedInside = world.logoutRequest(INDEX).signedXml();
        ForgedMessage both = ForgedMessage.of(signedInside, SignatureRecipe.by(FORGE.signer()), 1);
        String wrongInside = world.logoutRequest(INDEX)
                .withSignature(SignatureRecipe.by(FORGE.stranger()))
                .signedXml();

        assertRefused(by(SamlBinding.HTTP_REDIRECT, both.withoutSignature()), LogoutCheck.L04_SIGNATURE_MISSING);
        assertRefused(
                by(SamlBinding.HTTP_REDIRECT, ForgedMessage.of(wrongInside, SignatureRecipe.by(FORGE.signer()), 2)),
                LogoutCheck.L07_SIGNATURE_KEY);
        assertThat(ended(by(SamlBinding.HTTP_REDIRECT, both))).containsExactly(BROWSER);
    }

    @Test
    void messageMayRestOnNamespacesOfItsEnvelope() {
        String samlp = " xmlns:samlp=\"urn:oasis:names:tc:SAML:2.0:protocol\"";
        String saml = " xmlns:saml=\"urn:oasis:names:tc:SAML:2.0:assertion\"";
        String message = world.logoutRequest(INDEX).signedXml();
        assertThat(message).containsOnlyOnce(samlp).containsOnlyOnce(saml);
        String envelope = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"" + samlp + saml
                + "><s:Body>" + message.replace(samlp, "").replace(saml, "") + "</s:Body></s:Envelope>";

        assertThat(ended(LogoutWorld.soap(envelope.getBytes(StandardCharsets.UTF_8))))
                .containsExactly(BROWSER);
    }

    @Test
    void documentTypesAreRefusedInEveryBinding() {
        ForgedMessage evil = world.logoutRequest(INDEX).changeText(xml -> "<!DOCTYPE x [<!ENTITY e \"v\">]>" + xml);

        assertRefused(by(SamlBinding.HTTP_REDIRECT, evil), LogoutCheck.L02_XML);
        assertRefused(by(SamlBinding.HTTP_POST, evil), LogoutCheck.L02_XML);
        byte[] envelope = ("<!DOCTYPE x [<!ENTITY e \"v\">]>"
                        + new String(world.logoutRequest(INDEX).soap(), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        assertRefused(LogoutWorld.soap(envelope), LogoutCheck.L02_XML);
    }

    @Test
    void whatIsNoLogoutMessageIsRefused() {
        for (IncomingRequest request : List.of(
                IncomingRequest.get(""),
                IncomingRequest.post("", InputStream.nullInputStream()),
                IncomingRequest.post("application/soap+xml", InputStream.nullInputStream()),
                IncomingRequest.of("PUT", "text/xml", "", InputStream.nullInputStream()))) {
            assertThatExceptionOfType(LogoutRejectedException.class)
                    .isThrownBy(() -> flow.handle(request))
                    .satisfies(e -> assertThat(e.code()).isEqualTo(LogoutCheck.L01_TRANSPORT));
        }
        ForgedMessage response = FORGE.logoutResponse(ADDRESS, "_1");
        assertRefused(LogoutWorld.form("SAMLRequest", response.formValue(), ""), LogoutCheck.L03_STRUCTURE);
        assertRefused(LogoutWorld.soap(response.soap()), LogoutCheck.L03_STRUCTURE);
    }

    @Test
    void ofManyNodesThatGetTheSameRequestOneFulfilsIt() throws Exception {
        byte[] envelope = world.logoutRequest(INDEX).soap();
        LogoutFlow other = world.flow(SamlBinding.HTTP_POST, world.store);
        AtomicInteger won = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            LogoutFlow node = i % 2 == 0 ? flow : other;
            threads.add(new Thread(() -> {
                try {
                    node.handle(LogoutWorld.soap(envelope));
                    won.incrementAndGet();
                } catch (LogoutRejectedException refused) {
                    assertThat(refused.code()).isEqualTo(LogoutCheck.L11_REPLAY);
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join(Duration.ofMinutes(1).toMillis());
        }

        assertThat(won).hasValue(1);
        assertThat(world.isLoggedIn(BROWSER)).isFalse();
    }

    @Test
    void everyCheckButThatOfAnswersIsTested() {
        EnumSet<LogoutCheck> tested = EnumSet.of(
                LogoutCheck.L01_TRANSPORT, LogoutCheck.L02_XML, LogoutCheck.L11_REPLAY, LogoutCheck.L13_IN_RESPONSE_TO);
        attacks().forEach(attack -> tested.add((LogoutCheck) attack.get()[1]));

        assertThat(tested).containsExactly(LogoutCheck.values());
    }
}
