package dk.borgerbro.eid.saml;

import static dk.borgerbro.eid.saml.LoginBench.browser;
import static dk.borgerbro.eid.saml.LoginBench.rotation;
import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.core.store.ExpiringStore;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.LoginResult;
import dk.borgerbro.eid.internal.saml.EngineCheck;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R6: which login an answer belongs to, and where the browser goes then. */
class PendingLoginTest {
    private final LoginBench bench = new LoginBench();
    private final BrowserSession browser = browser("one");

    @Test
    void anAnswerThatNobodyAskedForIsRefused() {
        Answer answer = bench.answer(Optional.empty());
        Refused.by(LoginCheck.R06_IN_RESPONSE_TO, () -> bench.complete(answer, browser));
        Answer invented = bench.answer(Optional.of("_invented"));
        Refused.by(LoginCheck.R06_IN_RESPONSE_TO, () -> bench.complete(invented, browser));
    }

    @Test
    void anAnswerToAnotherBrowserIsRefusedAndLeavesThatBrowserItsLogin() {
        LoginRedirect redirect = bench.start(browser);
        Refused.by(LoginCheck.R06_IN_RESPONSE_TO, () -> bench.complete(bench.answer(redirect), browser("two")));
        assertThat(bench.complete(bench.answer(redirect), browser)).isInstanceOf(LoggedIn.class);
    }

    @Test
    void anAnswerCountsOnce() {
        Answer answer = bench.answer(bench.start(browser));
        assertThat(bench.complete(answer, browser)).isInstanceOf(LoggedIn.class);
        Refused.by(LoginCheck.R06_IN_RESPONSE_TO, () -> bench.complete(answer, browser));
    }

    @Test
    void twoTabsBothFinishInAnyOrder() {
        LoginRedirect first = bench.start(browser, request -> request.returnTo("/first"));
        LoginRedirect second = bench.start(browser, request -> request.returnTo("/second"));
        Answer toSecond = bench.answer(second);
        toSecond.assertionId = "_second";
        BrowserSession after = browser("after the second");
        assertThat(bench.complete(toSecond, browser, LoginBench.relayState(second), () -> after)
                        .returnTo())
                .isEqualTo("/second");
        assertThat(bench.complete(bench.answer(first), after, LoginBench.relayState(first), rotation("one"))
                        .returnTo())
                .isEqualTo("/first");
    }

    @Test
    void theSecondTabFinishesInTheSessionThatTheFirstOneMade() {
        LoginRedirect first = bench.start(browser, request -> request.returnTo("/first"));
        LoginRedirect second = bench.start(browser, request -> request.returnTo("/second"));
        Answer toSecond = bench.answer(second);
        toSecond.assertionId = "_second";
        bench.complete(bench.answer(first), browser, LoginBench.relayState(first), () -> browser("after the first"));

        LoginResult result = bench.complete(
                toSecond, browser("after the first"), LoginBench.relayState(second), () -> browser("after both"));

        assertThat(result).isInstanceOf(LoggedIn.class);
        assertThat(result.returnTo()).isEqualTo("/second");
        assertThat(bench.sp.session(browser("after both"))).isPresent();
        assertThat(bench.sp.session(browser("after the first"))).isEmpty();
    }

    @Test
    void theOldIdOfASessionIsWorthNothingForLoginsThatWentOnUnderTheNew() {
        LoginRedirect first = bench.start(browser);
        LoginRedirect second = bench.start(browser);
        Answer toSecond = bench.answer(second);
        toSecond.assertionId = "_second";
        bench.complete(bench.answer(first), browser, LoginBench.relayState(first), () -> browser("after the first"));

        Refused.by(LoginCheck.R06_IN_RESPONSE_TO, () -> bench.complete(toSecond, browser));
    }

    @Test
    void aLoginWaitsForFifteenMinutes() {
        LoginRedirect redirect = bench.start(browser);
        bench.clock.advance(Duration.ofMinutes(15).minusMillis(1));
        assertThat(bench.complete(bench.answer(redirect), browser)).isInstanceOf(LoggedIn.class);
        LoginRedirect late = bench.start(browser);
        bench.clock.advance(Duration.ofMinutes(15));
        Refused.by(LoginCheck.R06_IN_RESPONSE_TO, () -> bench.complete(bench.answer(late), browser));
    }

    @ParameterizedTest
    @EnumSource(
            value = EngineCheck.class,
            names = {"XML", "STRUCTURE"})
    void whatFailsBeforeItNamesALoginDoesNotUseItUp(EngineCheck check) {
        LoginRedirect redirect = bench.start(browser);
        Answer broken = bench.answer(redirect);
        broken.refused.add(check);
        Refused.by(
                check == EngineCheck.XML ? LoginCheck.R02_XML : LoginCheck.R03_STRUCTURE,
                () -> bench.complete(broken, browser));
        Answer foreign = bench.answer(redirect);
        foreign.issuer = Optional.of(NameId.of("https://other.example"));
        Refused.by(LoginCheck.R04_ISSUER, () -> bench.complete(foreign, browser));
        Answer elsewhere = bench.answer(redirect);
        elsewhere.destination = Optional.of("https://andre.example/acs");
        Refused.by(LoginCheck.R05_DESTINATION, () -> bench.complete(elsewhere, browser));
        assertThat(bench.complete(bench.answer(redirect), browser)).isInstanceOf(LoggedIn.class);
    }

    @Test
    void whatNamesALoginUsesItUpWhateverFollows() {
        LoginRedirect redirect = bench.start(browser);
        Answer old = bench.answer(redirect);
        old.issueInstant = TestKeys.NOW.minus(Duration.ofHours(1));
        Refused.by(LoginCheck.R07_ISSUE_INSTANT, () -> bench.complete(old, browser));
        Refused.by(LoginCheck.R06_IN_RESPONSE_TO, () -> bench.complete(bench.answer(redirect), browser));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "https://evil.example",
                "//evil.example",
                "javascript:alert(1)",
                "/sager",
                "a\r\nSet-Cookie: b=c"
            })
    void aForeignRelayStateLeadsToTheDefaultPage(String relayState) {
        LoginBench own = new LoginBench(builder -> builder.defaultPage("/velkommen"));
        LoginRedirect redirect = own.start(browser, request -> request.returnTo("/sager/7"));
        LoginResult result = own.complete(own.answer(redirect), browser, relayState, rotation("one"));
        assertThat(result.returnTo()).isEqualTo("/velkommen");
    }

    @Test
    void theRelayStateOfAnotherTabDoesNotLeadThere() {
        LoginRedirect first = bench.start(browser, request -> request.returnTo("/first"));
        LoginRedirect second = bench.start(browser, request -> request.returnTo("/second"));
        LoginResult result =
                bench.complete(bench.answer(first), browser, LoginBench.relayState(second), rotation("one"));
        assertThat(result.returnTo()).isEqualTo("/");
    }

    @Test
    void tenKilobytesOfRelayStateAreNoHarm() {
        LoginRedirect redirect = bench.start(browser, request -> request.returnTo("/sager"));
        LoginResult result = bench.complete(bench.answer(redirect), browser, "x".repeat(10_240), rotation("one"));
        assertThat(result.returnTo()).isEqualTo("/");
    }

    @Test
    void aLoginThatBeganElsewhereIsAcceptedOnlyIfThatWasAllowed() {
        LoginBench open = new LoginBench(ServiceProviderBuilder::acceptUnsolicited);
        LoginResult result =
                open.complete(open.answer(Optional.empty()), browser, "https://evil.example", rotation("one"));
        assertThat(result).isInstanceOf(LoggedIn.class);
        assertThat(result.returnTo()).isEqualTo("/");
    }

    @Test
    void aLoginThatBeganElsewhereMustNotClaimARequestAndIsCheckedLikeAnyOther() {
        LoginBench open = new LoginBench(ServiceProviderBuilder::acceptUnsolicited);
        Answer claiming = open.answer(Optional.empty());
        claiming.confirmations = open.answer(Optional.of("_claimed")).confirmations;
        Refused.by(LoginCheck.R19_SUBJECT_CONFIRMATION, () -> open.complete(claiming, browser));
        Refused.by(LoginCheck.R06_IN_RESPONSE_TO, () -> open.complete(open.answer(Optional.of("_unknown")), browser));
        Answer low = open.answer(Optional.empty());
        low.level("Low");
        Refused.by(LoginCheck.R24_ASSURANCE, () -> open.complete(low, browser));
        Answer again = open.answer(Optional.empty());
        assertThat(open.complete(again, browser)).isInstanceOf(LoggedIn.class);
        Refused.by(LoginCheck.R25_REPLAY, () -> open.complete(again, browser));
    }

    @Test
    void anAnsweredRequestNeedsItsConfirmationEvenWhereOthersAreAllowed() {
        LoginBench open = new LoginBench(ServiceProviderBuilder::acceptUnsolicited);
        Answer stripped = open.answer(open.start(browser));
        stripped.confirmations = open.answer(Optional.empty()).confirmations;
        Refused.by(LoginCheck.R19_SUBJECT_CONFIRMATION, () -> open.complete(stripped, browser));
    }

    @Test
    void aMinimumThatWasRaisedMeanwhileCounts() {
        LoginStores shared = LoginStores.inMemory(bench.clock);
        LoginBench low = new LoginBench(builder -> builder.stores(shared));
        LoginBench high = new LoginBench(builder -> builder.stores(shared).minimumAssurance(AssuranceLevel.HIGH));
        LoginRedirect redirect = low.start(browser);
        Refused.by(LoginCheck.R24_ASSURANCE, () -> high.complete(high.answer(redirect), browser));
    }

    @Test
    void keysAndValuesOfTheStoresHoldNoIdOfTheBrowser() {
        List<String> written = new CopyOnWriteArrayList<>();
        ExpiringStore pending = new Recording(ExpiringStore.inMemory(bench.clock, 10), written);
        LoginStores memory = LoginStores.inMemory(bench.clock);
        LoginBench own =
                new LoginBench(builder -> builder.stores(new LoginStores(pending, memory.replay(), memory.sessions())));
        own.start(browser);
        assertThat(written).hasSize(1).allSatisfy(entry -> assertThat(entry).doesNotContain(browser.id()));
    }

    /** Notes what is stored, as text. */
    private record Recording(ExpiringStore below, List<String> written) implements ExpiringStore {
        @Override
        public boolean putIfAbsent(String key, byte[] value, Instant expiresAt) {
            written.add(key + " " + new String(value, java.nio.charset.StandardCharsets.ISO_8859_1));
            return below.putIfAbsent(key, value, expiresAt);
        }

        @Override
        public Optional<byte[]> get(String key) {
            return below.get(key);
        }

        @Override
        public List<String> keysWithPrefix(String prefix, int most) {
            return below.keysWithPrefix(prefix, most);
        }

        @Override
        public Optional<byte[]> take(String key) {
            return below.take(key);
        }

        @Override
        public void remove(String key) {
            below.remove(key);
        }
    }
}
