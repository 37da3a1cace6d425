package dk.borgerbro.eid.internal.logout;

import static dk.borgerbro.eid.internal.logout.LogoutWorld.ADDRESS;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.AGE;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.BROWSER;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.FORGE;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.NOW;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.OTHER_BROWSER;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.SKEW;
import static dk.borgerbro.eid.internal.logout.LogoutWorld.by;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dk.borgerbro.eid.IncomingRequest;
import dk.borgerbro.eid.LogoutResult;
import dk.borgerbro.eid.saml.LogoutCheck;
import dk.borgerbro.eid.saml.LogoutRejectedException;
import dk.borgerbro.eid.saml.SamlBinding;
import dk.borgerbro.testkit.nemlogin.ForgedMessage;
import dk.borgerbro.testkit.nemlogin.SamlAlgorithms;
import dk.borgerbro.testkit.nemlogin.SignatureRecipe;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers to logouts that began here: S52, and S46 for logouts. */
class LogoutResponseTest {
    private final LogoutWorld world = new LogoutWorld();
    private final LogoutFlow flow = world.flow();
    private String requestId = "";

    @BeforeEach
    void startLogout() throws Exception {
        world.annaLoggedIn();
        requestId = SentMessage.redirected(flow.start(BROWSER), "SAMLRequest").get("@ID");
    }

    private ForgedMessage response(String... codes) {
        return FORGE.logoutResponse(ADDRESS, requestId, codes);
    }

    private void assertRefused(IncomingRequest request, LogoutCheck check) {
        assertThatExceptionOfType(LogoutRejectedException.class)
                .isThrownBy(() -> flow.handle(request, BROWSER))
                .satisfies(e -> assertThat(e.code()).isEqualTo(check))
                .satisfies(e -> assertThat(e.answer().status()).isEqualTo(400));
        assertThat(world.lastEvent().details()).containsEntry("check", check.name());
    }

    @ParameterizedTest
    @EnumSource(names = {"HTTP_REDIRECT", "HTTP_POST"})
    void successFinishesTheLogoutAtTheLocalPage(SamlBinding binding) {
        LogoutResult result = flow.handle(by(binding, response()), BROWSER);

        assertThat(result).isInstanceOf(LogoutResult.Finished.class);
        assertThat(result.answer().status()).isEqualTo(302);
        assertThat(result.answer().headers()).containsEntry("Location", "/farvel");
        assertThat(world.lastEvent().correlationId()).isEqualTo(requestId);
        assertThat(world.lastEvent().details())
                .containsEntry("outcome", "Finished")
                .containsEntry("requestId", requestId)
                .containsEntry("inResponseTo", requestId)
                .containsEntry("status", "urn:oasis:names:tc:SAML:2.0:status:Success");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Success", "Responder"})
    void partialLogoutIsAnOutcomeOfItsOwn(String top) {
        LogoutResult result = flow.handle(by(SamlBinding.HTTP_REDIRECT, response(top, "PartialLogout")), BROWSER);

        assertThat(result).isInstanceOf(LogoutResult.Partial.class);
        assertThat(((LogoutResult.Partial) result).status().subcode())
                .contains("urn:oasis:names:tc:SAML:2.0:status:PartialLogout");
        assertThat(result.answer().headers()).containsEntry("Location", "/farvel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Responder", "Requester", "VersionMismatch", "urn:something-else"})
    void anythingElseIsAFailureOfTheIdentityProvider(String top) {
        LogoutResult result = flow.handle(by(SamlBinding.HTTP_POST, response(top, "RequestDenied")), BROWSER);

        assertThat(result).isInstanceOf(LogoutResult.Failed.class);
        assertThat(((LogoutResult.Failed) result).status().code()).endsWith(top);
        assertThat(result.answer().headers()).containsEntry("Location", "/farvel");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example",
                "javascript:alert(1)",
                "/x\r\nSet-Cookie: a=b",
                "\"><script>"
            })
    void relayStateIsNeverAPlaceToGo(String relayState) {
        for (SamlBinding binding : List.of(SamlBinding.HTTP_REDIRECT, SamlBinding.HTTP_POST)) {
            world.annaLoggedIn();
            flow.start(BROWSER);
            String id = world.lastEvent().correlationId();

            LogoutResult result =
                    flow.handle(by(binding, FORGE.logoutResponse(ADDRESS, id).withRelayState(relayState)), BROWSER);

            assertThat(result.answer().headers()).containsEntry("Location", "/farvel");
            assertThat(result.answer().body()).isEmpty();
        }
    }

    static Stream<Arguments> attacks() {
        List<Arguments> all = new ArrayList<>();
        for (SamlBinding binding : List.of(SamlBinding.HTTP_REDIRECT, SamlBinding.HTTP_POST)) {
            all.add(attack(binding, LogoutCheck.L04_SIGNATURE_MISSING, ForgedMessage::withoutSignature));
            all.add(attack(
                    binding,
                    LogoutCheck.L07_SIGNATURE_KEY,
                    m -> m.withSignature(SignatureRecipe.by(FORGE.stranger()))));
            all.add(attack(
                    binding,
                    LogoutCheck.L06_SIGNATURE_ALGORITHM,
                    m -> m.withSignature(recipe -> recipe.withAlgorithm(SamlAlgorithms.RSA_SHA1))));
            all.add(attack(
                    binding,
                    LogoutCheck.L08_ISSUER,
                    m -> m.change(xml -> xml.set("Issuer", "https://saml.other.example"))));
            all.add(attack(binding, LogoutCheck.L08_ISSUER, m -> m.change(xml -> xml.remove("Issuer"))));
            all.add(attack(
                    binding,
                    LogoutCheck.L09_DESTINATION,
                    m -> m.change(xml -> xml.set("@Destination", "https://other.example/"))));
            all.add(attack(binding, LogoutCheck.L09_DESTINATION, m -> m.change(xml -> xml.remove("@Destination"))));
            all.add(attack(
                    binding,
                    LogoutCheck.L10_TIME,
                    m -> m.change(xml -> xml.set(
                            "@IssueInstant",
                            NOW.minus(AGE).minus(SKEW).minusMillis(1).toString()))));
            all.add(attack(
                    binding,
                    LogoutCheck.L10_TIME,
                    m -> m.change(xml -> xml.set(
                            "@IssueInstant", NOW.plus(SKEW).plusMillis(1).toString()))));
            all.add(attack(
                    binding,
                    LogoutCheck.L13_IN_RESPONSE_TO,
                    m -> m.change(xml -> xml.set("@InResponseTo", "_unknown"))));
            all.add(attack(binding, LogoutCheck.L13_IN_RESPONSE_TO, m -> m.change(xml -> xml.remove("@InResponseTo"))));
            all.add(attack(binding, LogoutCheck.L03_STRUCTURE, m -> m.change(xml -> xml.remove("Status"))));
        }
        return all.stream();
    }

    private static Arguments attack(SamlBinding binding, LogoutCheck check, UnaryOperator<ForgedMessage> change) {
        return Arguments.of(binding, check, change);
    }

    @ParameterizedTest(name = "{0} {1} {index}")
    @MethodSource("attacks")
    void answerThatIsNotToBeBelievedIsRefusedAndUsesNothingUp(
            SamlBinding binding, LogoutCheck check, UnaryOperator<ForgedMessage> change) {
        assertRefused(by(binding, change.apply(response())), check);

        assertThat(flow.handle(by(binding, response()), BROWSER)).isInstanceOf(LogoutResult.Finished.class);
    }

    @Test
    void answerCountsOnce() {
        flow.handle(by(SamlBinding.HTTP_REDIRECT, response()), BROWSER);

        assertRefused(by(SamlBinding.HTTP_REDIRECT, response()), LogoutCheck.L13_IN_RESPONSE_TO);
    }

    @Test
    void answerOfAnotherBrowserIsRefusedAndUsesNothingUp() {
        for (Runnable attempt : List.<Runnable>of(
                () -> flow.handle(by(SamlBinding.HTTP_POST, response()), OTHER_BROWSER),
                () -> flow.handle(by(SamlBinding.HTTP_POST, response())))) {
            assertThatExceptionOfType(LogoutRejectedException.class)
                    .isThrownBy(attempt::run)
                    .satisfies(e -> assertThat(e.code()).isEqualTo(LogoutCheck.L13_IN_RESPONSE_TO));
        }

        assertThat(flow.handle(by(SamlBinding.HTTP_POST, response()), BROWSER))
                .isInstanceOf(LogoutResult.Finished.class);
    }

    @Test
    void answerIsAwaitedForAQuarterOfAnHour() {
        world.now.set(NOW.plus(Duration.ofMinutes(15)));
        ForgedMessage late = response()
                .change(xml -> xml.set("@IssueInstant", world.now.get().toString()));

        assertRefused(by(SamlBinding.HTTP_REDIRECT, late), LogoutCheck.L13_IN_RESPONSE_TO);
    }

    @Test
    void unsolicitedAnswerTouchesNoSession() {
        world.annaLoggedIn();

        assertRefused(
                by(SamlBinding.HTTP_REDIRECT, FORGE.logoutResponse(ADDRESS, "_unsolicited")),
                LogoutCheck.L13_IN_RESPONSE_TO);

        assertThat(world.isLoggedIn(BROWSER)).isTrue();
    }

    @Test
    void twoLogoutsOfOneBrowserAreBothAnswered() {
        world.annaLoggedIn();
        flow.start(BROWSER);
        String second = world.lastEvent().correlationId();

        assertThat(flow.handle(by(SamlBinding.HTTP_POST, FORGE.logoutResponse(ADDRESS, second)), BROWSER))
                .isInstanceOf(LogoutResult.Finished.class);
        assertThat(flow.handle(by(SamlBinding.HTTP_POST, response()), BROWSER))
                .isInstanceOf(LogoutResult.Finished.class);
    }

    @Test
    void requestUnderTheNameOfAnAnswerIsRefused() {
        assertRefused(
                LogoutWorld.form("SAMLResponse", world.logoutRequest().formValue(), ""), LogoutCheck.L03_STRUCTURE);
    }
}
