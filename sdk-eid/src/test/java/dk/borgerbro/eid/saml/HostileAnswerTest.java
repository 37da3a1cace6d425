package dk.borgerbro.eid.saml;

import static dk.borgerbro.eid.saml.LoginBench.browser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.SubjectId;
import dk.borgerbro.testkit.nemlogin.ForgedResponse;
import dk.borgerbro.testkit.nemlogin.SignatureRecipe;
import dk.borgerbro.testkit.nemlogin.Wrapping;
import dk.borgerbro.testkit.nemlogin.XmlPart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Answers that hold more than one assertion, or none where one belongs, through the whole service provider on the real engine. */
class HostileAnswerTest {
    private static final ForgeBench BENCH = new ForgeBench();
    private static final String MALLORY =
            "https://data.gov.dk/model/core/eid/person/uuid/0d0d0d0d-67ce-4f70-b7c0-b8e678d585f7";
    private static final Pattern ENCRYPTED =
            Pattern.compile("<saml:EncryptedAssertion.*</saml:EncryptedAssertion>", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("<saml:Assertion.*</saml:Assertion>", Pattern.DOTALL);

    private final SamlServiceProvider sp = BENCH.builder().build();
    private final BrowserSession browser = browser("one");

    private static void evil(XmlPart assertion) {
        assertion.set("Subject/NameID", MALLORY);
    }

    /** {@return the check that refused} */
    private LoginCheck refused(UnaryOperator<ForgedResponse> change) {
        LoginRejectedException refusal = catchThrowableOfType(
                LoginRejectedException.class, () -> BENCH.login(sp, browser, ForgeBench.ANE, change));
        assertThat(refusal).isNotNull();
        assertThat(refusal.getMessage()).doesNotContain(MALLORY);
        assertThat(sp.session(browser(browser.id() + "-after"))).isEmpty();
        return refusal.code();
    }

    private static String part(Pattern pattern, ForgedResponse response) {
        Matcher found = pattern.matcher(response.issue().xml());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** A second answer that is as good as the first. */
    private static ForgedResponse second() {
        return BENCH.forge.response(BENCH.registered, "_another", ForgeBench.ANE);
    }

    private static UnaryOperator<ForgedResponse> inside(UnaryOperator<String> change) {
        return response -> response.changeText(text -> {
            String changed = change.apply(text);
            assertThat(changed).isNotEqualTo(text);
            return changed;
        });
    }

    @ParameterizedTest
    @EnumSource
    void wrappingInTheClearLogsNobodyIn(Wrapping attack) { // S02, S03, S04
        assertThat(refused(response -> attack.inResponse(
                        response.withResponseSignature(SignatureRecipe.by(BENCH.forge.signer())),
                        HostileAnswerTest::evil)))
                .isIn(LoginCheck.R02_XML, LoginCheck.R03_STRUCTURE, LoginCheck.R09_ASSERTION_COUNT);
    }

    @ParameterizedTest
    @EnumSource(names = {"XSW4", "XSW6", "XSW8"})
    void wrappingInsideTheEncryptionLogsNobodyIn(Wrapping attack) { // S02, S03
        assertThat(refused(response -> attack.inAssertion(response, HostileAnswerTest::evil)))
                .isIn(
                        LoginCheck.R11_ASSERTION_STRUCTURE,
                        LoginCheck.R12_SIGNATURE_MISSING,
                        LoginCheck.R13_SIGNATURE_FORM);
    }

    @Test
    void theGoodAssertionInExtensionsIsNoneAndAnEvilOneThereIsNotRead() { // S04
        assertThat(refused(inside(text -> ENCRYPTED
                        .matcher(text)
                        .replaceFirst("")
                        .replace("<samlp:Status>", extensions(part(ENCRYPTED, second())) + "<samlp:Status>"))))
                .isEqualTo(LoginCheck.R09_ASSERTION_COUNT);
        String evil = part(
                PLAIN,
                second().withoutSignature()
                        .changeAssertion(HostileAnswerTest::evil)
                        .withoutEncryption());
        LoggedIn in = (LoggedIn) BENCH.login(
                sp,
                browser,
                ForgeBench.ANE,
                inside(text -> text.replace("<samlp:Status>", extensions(evil) + "<samlp:Status>")));
        assertThat(in.identity().subject()).isEqualTo(SubjectId.parse(ForgeBench.ANE.nameId(LoginBench.SP)));
    }

    private static String extensions(String content) {
        return "<samlp:Extensions>" + content + "</samlp:Extensions>";
    }

    @Test
    void anotherAssertionBesideTheEncryptedOneIsRefusedWhereverItStands() { // S20
        String plain = part(PLAIN, second().withoutEncryption());
        String encrypted = part(ENCRYPTED, second());
        for (String other : List.of(plain, encrypted)) {
            for (String place : List.of("<saml:EncryptedAssertion", "</samlp:Response>")) {
                assertThat(refused(inside(text -> text.replaceFirst(place, Matcher.quoteReplacement(other) + place))))
                        .isEqualTo(LoginCheck.R09_ASSERTION_COUNT);
            }
        }
    }

    @Test
    void documentTypesAreRefusedAndNothingTheyPointToIsFetched() throws IOException { // S22
        try (ServerSocket bait = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String url = "http://127.0.0.1:" + bait.getLocalPort() + "/x";
            for (String doctype : List.of(
                    "<!DOCTYPE x SYSTEM '" + url + "'>",
                    "<!DOCTYPE x PUBLIC 'x' '" + url + "'>",
                    "<!DOCTYPE x [<!ENTITY e SYSTEM '" + url + "'>]>",
                    "<!DOCTYPE x [<!ENTITY % p SYSTEM '" + url + "'> %p;]>")) {
                assertThat(refused(response -> response.changeText(text -> doctype + text)))
                        .isEqualTo(LoginCheck.R02_XML);
                assertThat(refused(response -> response.changeAssertionText(text -> doctype + text)))
                        .isEqualTo(LoginCheck.R11_ASSERTION_STRUCTURE);
            }
            bait.setSoTimeout(100);
            assertThatThrownBy(bait::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }
}
