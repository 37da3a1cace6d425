package dk.borgerbro.examples.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;

/** A headless browser that knows nothing of the world outside this machine. Where it is not installed, the tests with it are skipped. */
final class Chromium implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    /** {@return a browser without cookies, with its profile in a folder of the test} */
    static Chromium start(Path profile) {
        assumeTrue(
                Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER),
                "Debian's chromium and chromium-driver are not installed");
        ChromeOptions options = new ChromeOptions()
                .setBinary(BROWSER.toFile())
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--window-size=1000,900",
                        "--user-data-dir=" + profile);
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .usingAnyFreePort()
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(20)).pageLoadTimeout(Duration.ofSeconds(60));
        return new Chromium(driver);
    }

    void open(Object address) {
        driver.get(address.toString());
    }

    void click(String css) {
        driver.findElement(By.cssSelector(css)).click();
    }

    void choose(String select, String value) {
        click("#" + select + " option[value='" + value + "']");
    }

    /** Waits until a page with this heading is there. */
    void expect(String heading) {
        String xpath = "//h1[starts-with(normalize-space(), '" + heading + "')]";
        assertThat(driver.findElements(By.xpath(xpath)))
                .as("a page headed %s, not %s", heading, driver.getTitle())
                .isNotEmpty();
    }

    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    String cookie(String name) {
        return driver.manage().getCookieNamed(name).getValue();
    }

    void screenshot(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
