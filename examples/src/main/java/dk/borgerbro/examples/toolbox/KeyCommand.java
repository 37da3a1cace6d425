package dk.borgerbro.examples.toolbox;

import dk.borgerbro.core.credential.KeyLoader;
import dk.borgerbro.core.credential.OcesCertificate;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.error.CredentialException;
import dk.borgerbro.core.error.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code key show FILE}: what a PKCS#12 or PEM file holds, and whether it can be used. */
@Command(name = "key", description = "Keys and certificates.", subcommands = KeyCommand.Show.class)
final class KeyCommand {
    /** Far more than any key file; a wrong file must not fill the memory. */
    private static final int LARGEST = 1024 * 1024;

    private KeyCommand() {}

    /** Shows key files. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows whose key a file holds, until when, and what keeps it from being used.")
    static final class Show implements Callable<Integer> {
        @Mixin
        private final Output output = new Output();

        @Option(names = "--password-env", paramLabel = "VAR", description = "environment variable with the password")
        private String passwordVariable = "";

        @Parameters(
                arity = "1..*",
                paramLabel = "FILE",
                description = "PKCS#12, or PEM with certificate and key; - for standard input")
        private List<String> files = List.of();

        private Show() {}

        @Override
        public Integer call() {
            return Checks.files(files, output, this::show);
        }

        private CheckResult show(String name, InputStream content) throws IOException {
            byte[] bytes = content.readNBytes(LARGEST);
            boolean pem = new String(bytes, StandardCharsets.ISO_8859_1).contains("-----BEGIN ");
            String kind = pem ? "pem" : "pkcs12";
            KeyLoader loader = KeyLoader.defaults().anyDate();
            try (Secret password = passwordVariable.isEmpty() ? Secret.of("") : Secret.fromEnv(passwordVariable)) {
                OrganisationKey key = pem ? pem(loader, bytes, password) : loader.pkcs12(bytes, password);
                Instant now = Clock.systemUTC().instant();
                return new CheckResult(name, kind, dates(key.oces(), now), facts(key.oces()));
            } catch (CredentialException e) {
                return refused(name, kind, e);
            }
        }

        private OrganisationKey pem(KeyLoader loader, byte[] bytes, Secret password) {
            return passwordVariable.isEmpty() ? loader.pem(bytes, bytes) : loader.pem(bytes, bytes, password);
        }

        private static CheckResult refused(String name, String kind, CredentialException e) {
            List<Finding> findings = new ArrayList<>();
            boolean chainMissing = false;
            for (CredentialException.Failure failure : e.failures()) {
                findings.add(Finding.error(failure.reason().name(), "", failure.detail()));
                chainMissing |= failure.reason() == CredentialException.Reason.CHAIN_MISSING;
            }
            return new CheckResult(name, kind, findings, chainMissing ? Map.of("chainComplete", false) : Map.of());
        }

        private static List<Finding> dates(OcesCertificate certificate, Instant now) {
            if (!now.isBefore(certificate.notAfter())) {
                return List.of(Finding.error("EXPIRED", "", "expired; order a new one in MitID Erhverv"));
            }
            if (now.isBefore(certificate.notBefore())) {
                return List.of(Finding.error("NOT_YET_VALID", "", "not valid before " + certificate.notBefore()));
            }
            return certificate.expiresWithin(Duration.ofDays(30), now)
                    ? List.of(Finding.warning(
                            "EXPIRES", "", "expires within 30 days; renewal also means a new upload at each service"))
                    : List.of();
        }

        private Map<String, Object> facts(OcesCertificate certificate) {
            boolean personal = certificate.kind() == OcesCertificate.Kind.EMPLOYEE && !output.showPersonal();
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("kind", certificate.kind().name().toLowerCase(Locale.ROOT));
            certificate.cvr().ifPresent(cvr -> facts.put("cvr", cvr.value()));
            if (!personal) {
                facts.put(
                        "subject",
                        certificate.certificate().getSubjectX500Principal().getName());
            }
            facts.put(
                    "issuer", certificate.certificate().getIssuerX500Principal().getName());
            facts.put("environment", certificate.environment().name().toLowerCase(Locale.ROOT));
            facts.put("notAfter", certificate.notAfter().toString());
            facts.put("keySize", certificate.keyBits());
            facts.put("chainComplete", true);
            return facts;
        }
    }
}
