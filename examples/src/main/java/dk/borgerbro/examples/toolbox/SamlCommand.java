package dk.borgerbro.examples.toolbox;

import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.eid.saml.CertificateDescription;
import dk.borgerbro.eid.saml.MetadataDescription;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code saml …}: login answers and metadata. */
@Command(
        name = "saml",
        description = "Login with NemLog-in: answers and metadata.",
        subcommands = {SamlCheckCommand.class, SamlCommand.Metadata.class})
final class SamlCommand {
    private SamlCommand() {}

    /** Explains metadata. */
    @Command(
            name = "metadata",
            mixinStandardHelpOptions = true,
            description = "Shows whose metadata a file holds, with its certificates and addresses.")
    static final class Metadata implements Callable<Integer> {
        @Mixin
        private final Output output = new Output();

        @Parameters(arity = "1..*", paramLabel = "FILE", description = "SAML metadata; - for standard input")
        private List<String> files = List.of();

        private Metadata() {}

        @Override
        public Integer call() {
            return Checks.files(files, output, Metadata::describe);
        }

        private static CheckResult describe(String name, InputStream content) throws IOException {
            try {
                MetadataDescription metadata = MetadataDescription.read(content);
                return new CheckResult(name, "saml-metadata", List.of(), facts(metadata));
            } catch (InvalidMessageException e) {
                return Unreadable.because(name, e.failedChecks());
            }
        }

        private static Map<String, Object> facts(MetadataDescription metadata) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("entityId", metadata.entityId());
            facts.put("roles", metadata.roles());
            facts.put(
                    "signingCertificates",
                    metadata.signingCertificates().stream()
                            .map(Metadata::certificate)
                            .toList());
            facts.put(
                    "endpoints",
                    metadata.endpoints().stream().map(Metadata::endpoint).toList());
            return facts;
        }

        private static Map<String, Object> certificate(CertificateDescription certificate) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("subject", certificate.subject());
            facts.put("notAfter", certificate.notAfter().toString());
            facts.put("sha256", certificate.sha256());
            return facts;
        }

        private static Map<String, Object> endpoint(MetadataDescription.Endpoint endpoint) {
            Map<String, Object> facts = new LinkedHashMap<>();
            facts.put("role", endpoint.role());
            facts.put("kind", endpoint.kind());
            facts.put("binding", endpoint.binding());
            facts.put("location", endpoint.location());
            if (!endpoint.responseLocation().isEmpty()) {
                facts.put("responseLocation", endpoint.responseLocation());
            }
            return facts;
        }
    }
}
