package dk.borgerbro.examples.toolbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerbro.testkit.nemlogin.ForgedResponse;
import dk.borgerbro.testkit.nemlogin.IssuedResponse;
import dk.borgerbro.testkit.nemlogin.RegisteredServiceProvider;
import dk.borgerbro.testkit.nemlogin.SamlForge;
import dk.borgerbro.testkit.nemlogin.SimulatedUser;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamlCommandTest {
    private static final Clock AN_HOUR_AGO = Clock.offset(Clock.systemUTC(), Duration.ofHours(-1));
    private static final TestPki PKI = TestPki.create();
    private static final SamlForge FORGE =
            SamlForge.builder(PKI).clock(AN_HOUR_AGO).keyBits(2048).build();
    private static final TestIdentity SERVICE = PKI.organisation(TestOrganisation.MUNICIPALITY);
    private static final String ENTITY = "https://selvbetjening.example/saml";
    private static final URI CONSUMER = URI.create("https://selvbetjening.example/saml/acs");
    private static final String REQUEST = "_0123456789abcdef0123456789abcdef";

    private final Instant at = AN_HOUR_AGO.instant();

    @TempDir
    private Path folder;

    private Path metadata;
    private Path key;

    @BeforeEach
    void files() throws IOException {
        metadata = Files.write(
                folder.resolve("idp.xml"),
                FORGE.metadata(URI.create("https://login.example/idp/")).bytes());
        key = SERVICE.writePkcs12(folder.resolve("key.p12"), new char[0]);
    }

    private static ForgedResponse response(SimulatedUser user) {
        return FORGE.response(RegisteredServiceProvider.of(ENTITY, CONSUMER, SERVICE), REQUEST, user);
    }

    private Path file(IssuedResponse response) throws IOException {
        return Files.write(folder.resolve("response.xml"), response.bytes());
    }

    /** Runs with the options that fit, of which a test may change some. */
    private Run check(Path file, String... changed) {
        Map<String, String> options = new LinkedHashMap<>(Map.of(
                "--metadata", metadata.toString(),
                "--key", key.toString(),
                "--entity-id", ENTITY,
                "--acs", CONSUMER.toString(),
                "--request-id", REQUEST,
                "--at", at.toString()));
        List<String> arguments = new ArrayList<>(List.of("saml", "check", "--json"));
        for (int i = 0; i < changed.length; i++) {
            if (changed[i].equals("--show-personal")) {
                arguments.add(changed[i]);
            } else {
                options.put(changed[i], changed[++i]);
            }
        }
        options.forEach((name, value) -> arguments.addAll(List.of(name, value)));
        arguments.add(file.toString());
        return Run.of(arguments.toArray(String[]::new));
    }

    private static String rule(Run run) throws IOException {
        return run.only().get("findings").get(0).get("rule").textValue();
    }

    @Test
    void anAcceptedAnswerIsExplainedWithoutPersonalContent() throws IOException {
        Path file = file(response(SimulatedUser.professional(TestPerson.ADULT, TestOrganisation.MUNICIPALITY))
                .issue());

        Run run = check(file);

        JsonNode facts = run.only().get("facts");
        assertThat(run.exit()).isZero();
        assertThat(facts.get("nameIdKind").textValue()).isEqualTo("professional");
        assertThat(facts.get("level").textValue()).isEqualTo("substantial");
        assertThat(facts.get("sessionIndex").textValue()).isNotBlank();
        assertThat(facts.get("attributes").toString()).contains("https://data.gov.dk/model/core/eid/professional/cvr");
        assertThat(run.out()).doesNotContain(TestPerson.ADULT.cpr());
    }

    @Test
    void theFormValueIsTakenAsWellAsTheXml() throws IOException {
        IssuedResponse response =
                response(SimulatedUser.person(TestPerson.ADULT)).issue();
        Path file = Files.writeString(folder.resolve("value.txt"), response.formValue() + "\n");

        assertThat(check(file).exit()).isZero();
    }

    @Test
    void personalContentIsShownWhenAskedFor() throws IOException {
        Path file = file(response(SimulatedUser.person(TestPerson.ADULT)).issue());

        Run run = check(file, "--show-personal");

        assertThat(run.only().get("facts").get("attributes").isObject()).isTrue();
    }

    @Test
    void aRefusedAnswerHasItsCode() throws IOException {
        Path file = file(response(SimulatedUser.person(TestPerson.ADULT))
                .withoutSignature()
                .issue());

        Run run = check(file);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(rule(run)).isEqualTo("R12_SIGNATURE_MISSING");
        assertThat(run.only().get("facts").isEmpty()).isTrue();
    }

    @Test
    void whatTheLoginAskedForCounts() throws IOException {
        Path file = file(response(SimulatedUser.person(TestPerson.ADULT)).issue());

        assertThat(rule(check(file, "--requested-level", "high"))).isEqualTo("R24_ASSURANCE");
        assertThat(rule(check(file, "--min-level", "high"))).isEqualTo("R24_ASSURANCE");
        assertThat(rule(check(file, "--requested-kind", "professional"))).isEqualTo("R23_ATTRIBUTE_PROFILE");
        assertThat(rule(check(file, "--at", at.plusSeconds(3600).toString()))).isEqualTo("R07_ISSUE_INSTANT");
        assertThat(rule(check(file, "--request-id", "_other"))).isEqualTo("R06_IN_RESPONSE_TO");
        assertThat(rule(check(file, "--entity-id", "https://other.example"))).isEqualTo("R20_CONDITIONS");
    }

    @Test
    void aStatusIsAnOutcome() throws IOException {
        Path file = file(response(SimulatedUser.person(TestPerson.ADULT))
                .withFacts(facts -> facts.failing("", "Responder", "AuthnFailed"))
                .issue());

        Run run = check(file);

        assertThat(run.exit()).isZero();
        assertThat(run.only().get("facts").get("outcome").textValue()).isEqualTo("Cancelled");
    }

    @Test
    void aFileThatIsNoAnswerIsUnreadable() throws IOException {
        Path file = Files.writeString(folder.resolve("note.txt"), "<!DOCTYPE x><x/>");

        Run run = check(file);

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.only().get("kind").textValue()).isEqualTo("unreadable");
        assertThat(run.only().get("findings").findValuesAsText("rule")).contains("READ", "R02_XML");
    }

    @Test
    void wrongOptionsAreExplainedAndNothingIsChecked() throws IOException {
        Path file = file(response(SimulatedUser.person(TestPerson.ADULT)).issue());

        Run noKey = check(file, "--secondary-key", folder.resolve("none.p12").toString());
        Run noMetadata = check(file, "--skew", "PT1H");

        assertThat(noKey.exit()).isEqualTo(2);
        assertThat(noKey.err()).contains("cannot be opened");
        assertThat(noMetadata.exit()).isEqualTo(2);
        assertThat(noMetadata.err()).contains("clockSkew");
        assertThat(noMetadata.out()).isEmpty();
    }

    @Test
    void metadataAreExplained() throws IOException {
        Run run = Run.of("saml", "metadata", "--json", metadata.toString());

        JsonNode facts = run.only().get("facts");
        assertThat(run.exit()).isZero();
        assertThat(facts.get("entityId").textValue()).isEqualTo(FORGE.entityId());
        assertThat(facts.get("roles").toString()).contains("IDPSSODescriptor");
        assertThat(facts.get("signingCertificates").get(0).get("sha256").textValue())
                .matches("[0-9a-f]{64}");
        assertThat(facts.get("endpoints").findValuesAsText("location")).contains("https://login.example/idp/");
        assertThat(Run.of("saml", "metadata", metadata.toString()).out()).contains("https://login.example/idp/");
    }

    @Test
    void whatIsNoMetadataIsUnreadable() throws IOException {
        Path file = Files.writeString(folder.resolve("letter.xml"), "<Message/>", StandardCharsets.UTF_8);

        Run run = Run.of("saml", "metadata", "--json", file.toString());

        assertThat(run.exit()).isEqualTo(1);
        assertThat(run.only().get("findings").findValuesAsText("rule")).contains("READ");
    }
}
