package dk.borgerbro.eid.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.SubjectKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoginRequestTest {
    private static final BrowserSession BROWSER = LoginBench.browser("one");

    @Test
    void aRequestAsksForWhatWasSet() {
        LoginRequest request = LoginRequest.builder(BROWSER)
                .level(AssuranceLevel.HIGH)
                .kind(SubjectKind.PERSON)
                .credentialType(CredentialType.MITID)
                .credentialType(CredentialType.LOCAL)
                .credentialType(CredentialType.MITID)
                .attributeProfile(AttributeProfiles.PERSON_DK)
                .forceAuthn()
                .appSwitch(AppPlatform.IOS)
                .returnTo("/sager")
                .stepUp()
                .build();
        assertThat(request.browser()).isEqualTo(BROWSER);
        assertThat(request.level()).contains(AssuranceLevel.HIGH);
        assertThat(request.kind()).contains(SubjectKind.PERSON);
        assertThat(request.credentialTypes()).containsExactly(CredentialType.MITID, CredentialType.LOCAL);
        assertThat(request.attributeProfiles()).containsExactly(AttributeProfiles.PERSON_DK);
        assertThat(request.forceAuthn()).isTrue();
        assertThat(request.passive()).isFalse();
        assertThat(request.appSwitch()).contains(AppPlatform.IOS);
        assertThat(request.returnTo()).contains("/sager");
        assertThat(request.stepUp()).isEqualTo(LoginRequest.StepUp.SAME_SUBJECT);
        assertThat(request).hasToString("LoginRequest(hidden)");
    }

    @Test
    void aBareRequestAsksForNothing() {
        LoginRequest request = LoginRequest.builder(BROWSER).build();
        assertThat(request.level()).isEmpty();
        assertThat(request.kind()).isEmpty();
        assertThat(request.credentialTypes()).isEmpty();
        assertThat(request.attributeProfiles()).isEmpty();
        assertThat(request.appSwitch()).isEmpty();
        assertThat(request.returnTo()).isEmpty();
        assertThat(request.stepUp()).isEqualTo(LoginRequest.StepUp.NONE);
    }

    @Test
    void everythingThatCannotBeAskedForIsNamedAtOnce() {
        LoginRequest.Builder request = LoginRequest.builder(BROWSER)
                .level(AssuranceLevel.UNKNOWN)
                .forceAuthn()
                .passive()
                .attributeProfile("no uri")
                .returnTo("https://evil.example/");
        for (int i = 0; i < 11; i++) {
            request.credentialType(new CredentialType("urn:test:" + i));
        }
        InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, request::build);
        assertThat(refusal.findings())
                .extracting(Finding::rule)
                .containsExactlyInAnyOrder("LEVEL", "PASSIVE", "RETURN", "PROFILE", "NUMBER");
        assertThat(refusal.getMessage()).doesNotContain("evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"//evil.example", "https://evil.example", "javascript:alert(1)", "/a\r\nb: c", "/\\evil"})
    void aPageElsewhereIsRefused(String path) {
        assertThatThrownBy(() -> LoginRequest.builder(BROWSER).returnTo(path).build())
                .isInstanceOf(InvalidInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "mitid", "/a", "a b:c"})
    void aCredentialTypeIsAnAbsoluteUri(String uri) {
        assertThatThrownBy(() -> new CredentialType(uri)).isInstanceOf(InvalidInputException.class);
    }
}
