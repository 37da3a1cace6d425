package dk.borgerbro.examples.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a person uses it. Pictures of the pages lie in {@code target/screenshots}. */
class LoginInBrowserTest {
    private static final String COOKIE = "demo-session";

    @TempDir
    private Path profile;

    private Chromium browser;
    private LoginDemo demo;

    @BeforeEach
    void start() throws IOException {
        browser = Chromium.start(profile);
        demo = LoginDemo.start(0);
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (demo != null) {
            demo.close();
        }
    }

    @Test
    void aProfessionalLogsInStepsUpAndLogsOut() throws IOException {
        browser.open(demo.address());
        browser.screenshot("1-start");
        String before = browser.cookie(COOKIE);
        browser.click("a[href='/login']");
        browser.expect("Log ind");
        browser.screenshot("2-pick-a-person");
        browser.choose("organisation", "MUNICIPALITY");
        browser.click("button[value=login]");

        browser.expect("Hvem er jeg?");
        browser.screenshot("3-logged-in");
        assertThat(browser.text()).contains("Erhvervsbruger", "SUBSTANTIAL", "Prøvested Kommune");
        assertThat(browser.cookie(COOKIE)).as("the session after login").isNotEqualTo(before);

        browser.click("a[href='/step-up']");
        browser.expect("Log ind");
        browser.choose("organisation", "MUNICIPALITY");
        browser.click("input[value=HIGH]");
        browser.click("button[value=login]");
        browser.expect("Hvem er jeg?");
        browser.screenshot("4-stepped-up");
        assertThat(browser.text()).contains("HIGH");

        browser.click("a[href='/logout']");
        browser.expect("Selvbetjening");
        browser.screenshot("5-logged-out");
        browser.open(demo.address().resolve("/me"));
        browser.expect("Log ind");
    }

    @Test
    void aCancelledLoginEndsOnAFriendlyPage() throws IOException {
        browser.open(demo.address().resolve("/login"));
        browser.expect("Log ind");
        browser.click("button[value=cancel]");

        browser.expect("Ikke logget ind");
        browser.screenshot("6-cancelled");
        assertThat(browser.text()).contains("Du afbrød dit login");
    }
}
