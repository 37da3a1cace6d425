package dk.borgerbro.examples.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyCommandTest {
    private static final TestPki PKI = TestPki.create();

    @TempDir
    private Path folder;

    private Path pkcs12(TestIdentity identity) throws IOException {
        return Files.write(folder.resolve("key.p12"), identity.pkcs12(new char[0]));
    }

    @Test
    void aPkcs12FileIsExplained() throws IOException {
        Path file = pkcs12(PKI.organisation("34051178", "Prøve Kommune"));

        Run run = Run.of("key", "show", "--json", file.toString());

        JsonNode facts = run.only().get("facts");
        assertThat(run.only().get("kind").textValue()).isEqualTo("pkcs12");
        assertThat(facts.get("kind").textValue()).isEqualTo("organisation");
        assertThat(facts.get("cvr").textValue()).isEqualTo("34051178");
        assertThat(facts.get("environment").textValue()).isEqualTo("test");
        assertThat(facts.get("keySize").intValue()).isEqualTo(3072);
        assertThat(facts.get("chainComplete").booleanValue()).isTrue();
        assertThat(facts.get("notAfter").textValue()).endsWith("Z");
        assertThat(run.exit()).isZero();
    }

    @Test
    void anEmployeesNameIsHidden() throws IOException {
        Path file = pkcs12(PKI.employee("34051178", "Prøve Kommune", "Testine", "Testesen"));

        Run run = Run.of("key", "show", "--json", file.toString());

        assertThat(run.only().get("facts").get("kind").textValue()).isEqualTo("employee");
        assertThat(run.out()).doesNotContain("Testesen");
        assertThat(Run.of("key", "show", "--json", "--show-personal", file.toString())
                        .out())
                .contains("Testesen");
    }

    @Test
    void anExpiredCertificateIsShownAndFound() throws IOException {
        Path file = pkcs12(PKI.order().expired().issue());

        Run run = Run.of("key", "show", "--json", file.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.only().get("findings").get(0).get("rule").textValue()).isEqualTo("EXPIRED");
        assertThat(run.only().get("facts").get("cvr")).isNotNull();
    }

    @Test
    void aWrongPasswordIsNamed() throws IOException {
        Path file = Files.write(
                folder.resolve("key.p12"),
                PKI.organisation("34051178", "Prøve Kommune").pkcs12("another".toCharArray()));

        Run run = Run.of("key", "show", "--json", file.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.only().get("findings").get(0).get("rule").textValue()).isEqualTo("WRONG_PASSWORD");
    }

    @Test
    void aFileThatIsNoKeyIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.txt"), "Kære borger");

        Run run = Run.of("key", "show", "--json", file.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.only().get("findings")).isNotEmpty();
    }

    @Test
    void aMissingFileEndsWithTwo() throws IOException {
        Run run = Run.of("key", "show", "--json", folder.resolve("absent.p12").toString());

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.only().get("kind").textValue()).isEqualTo("unreadable");
        assertThat(run.only().get("findings").get(0).get("rule").textValue()).isEqualTo("READ");
    }
}
