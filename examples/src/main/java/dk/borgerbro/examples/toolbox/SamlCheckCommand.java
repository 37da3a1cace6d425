package dk.borgerbro.examples.toolbox;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.credential.KeyLoader;
import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.error.SdkException;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.Identity;
import dk.borgerbro.eid.LoggedIn;
import dk.borgerbro.eid.SubjectKind;
import dk.borgerbro.eid.saml.ActiveSession;
import dk.borgerbro.eid.saml.AnswerCheck;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.IdentityProviderTrust;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import dk.borgerbro.eid.saml.LoginRequest;
import dk.borgerbro.eid.saml.OiosamlProfile;
import dk.borgerbro.eid.saml.SamlServiceProvider;
import dk.borgerbro.eid.saml.ServiceProviderBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code saml check}: says of an answer in a file what the login would have said. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Makes all checks of a login on an answer in a file, and names the first that fails.")
final class SamlCheckCommand implements Callable<Integer> {
    /** Twice what an answer may have. */
    private static final int LARGEST = 2 * 1024 * 1024;

    /** The audit trail names an authority; there is none here, and the key may be of any kind. */
    private static final CvrNumber NOBODY = CvrNumber.of("34051178");

    private static final Set<LoginCheck> NOT_READ = EnumSet.of(LoginCheck.R01_TRANSPORT, LoginCheck.R02_XML);

    @Mixin
    private final Output output = new Output();

    @Option(names = "--metadata", required = true, paramLabel = "F", description = "the identity provider's metadata")
    private Path metadata = Path.of("");

    @Option(names = "--key", required = true, paramLabel = "F.p12", description = "the service's key")
    private Path key = Path.of("");

    @Option(names = "--secondary-key", paramLabel = "F.p12", description = "the service's other key during a rollover")
    private @Nullable Path secondaryKey;

    @Option(names = "--password-env", paramLabel = "VAR", description = "environment variable with the keys' password")
    private String passwordVariable = "";

    @Option(names = "--entity-id", required = true, paramLabel = "X", description = "the service's entityID")
    private String entityId = "";

    @Option(
            names = "--acs",
            required = true,
            paramLabel = "U",
            description = "the service's assertion consumer service")
    private URI consumerService = URI.create("");

    @Option(
            names = "--request-id",
            required = true,
            paramLabel = "I",
            description = "the ID of the request that is answered")
    private String requestId = "";

    @Option(
            names = "--at",
            paramLabel = "T",
            description = "when the answer came, such as 2026-01-31T12:00:00Z; now by default")
    private @Nullable Instant at;

    @Option(names = "--skew", paramLabel = "PT3M", description = "how far clocks may differ; 3 minutes by default")
    private Duration skew = Duration.ofMinutes(3);

    @Option(names = "--min-level", paramLabel = "L", description = "low, substantial (default) or high")
    private AssuranceLevel minimum = AssuranceLevel.SUBSTANTIAL;

    @Option(
            names = "--requested-level",
            paramLabel = "L",
            description = "the level that the login asked for, if it did")
    private @Nullable AssuranceLevel requestedLevel;

    @Option(
            names = "--requested-kind",
            paramLabel = "K",
            description = "person or professional, if the login asked for one")
    private @Nullable SubjectKind requestedKind;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "SAMLResponse as XML or base64; - for standard input")
    private List<String> files = List.of();

    private SamlCheckCommand() {}

    @Override
    public Integer call() {
        ServiceProviderBuilder provider;
        LoginRequest expected;
        try {
            provider = provider();
            provider.build();
            expected = expected();
        } catch (IOException e) {
            return Checks.wrongSetUp(output, "a file that the options name cannot be opened");
        } catch (SdkException e) {
            return Checks.wrongSetUp(output, String.valueOf(e.getMessage()));
        }
        return Checks.files(files, output, (name, content) -> check(provider, expected, name, content));
    }

    private ServiceProviderBuilder provider() throws IOException {
        Clock clock = at == null ? Clock.systemUTC() : Clock.fixed(at, ZoneOffset.UTC);
        IdentityProvider identityProvider =
                IdentityProvider.parse(Files.readAllBytes(metadata), IdentityProviderTrust.withoutChain(), clock);
        ServiceProviderBuilder provider = SamlServiceProvider.builder()
                .entityId(entityId)
                .assertionConsumerService(consumerService)
                .singleLogoutService(consumerService)
                .identityProvider(identityProvider)
                .profile(
                        identityProvider.supports(OiosamlProfile.OIO_4_0)
                                ? OiosamlProfile.OIO_4_0
                                : OiosamlProfile.OIO_3_0)
                .key(load(key))
                .authority(NOBODY)
                .minimumAssurance(minimum)
                .clockSkew(skew)
                .settings(ClientSettings.builder().clock(clock).build());
        return secondaryKey == null ? provider : provider.secondaryKey(load(secondaryKey));
    }

    private OrganisationKey load(Path file) throws IOException {
        try (Secret password = passwordVariable.isEmpty() ? Secret.of("") : Secret.fromEnv(passwordVariable)) {
            return KeyLoader.defaults().anyDate().pkcs12(Files.readAllBytes(file), password);
        }
    }

    private CheckResult check(ServiceProviderBuilder provider, LoginRequest expected, String name, InputStream content)
            throws IOException {
        try {
            AnswerCheck checked = AnswerCheck.check(provider, expected, requestId, formValue(content));
            return new CheckResult(name, "saml-response", List.of(), facts(checked));
        } catch (LoginRejectedException e) {
            return NOT_READ.contains(e.code())
                    ? Unreadable.because(name, e.failedChecks())
                    : new CheckResult(name, "saml-response", e.failedChecks(), Map.of());
        }
    }

    private LoginRequest expected() {
        LoginRequest.Builder expected = LoginRequest.builder(BrowserSession.of("toolbox-saml-check"));
        if (requestedLevel != null) {
            expected.level(requestedLevel);
        }
        if (requestedKind != null) {
            expected.kind(requestedKind);
        }
        return expected.build();
    }

    /** Files hold the form value, or the XML in it. */
    private static String formValue(InputStream content) throws IOException {
        byte[] bytes = content.readNBytes(LARGEST);
        String text = new String(bytes, StandardCharsets.ISO_8859_1).strip();
        return text.matches("[A-Za-z0-9+/=\\s]*") ? text : Base64.getEncoder().encodeToString(bytes);
    }

    private Map<String, Object> facts(AnswerCheck checked) {
        Map<String, Object> facts = new LinkedHashMap<>();
        if (checked.result() instanceof LoggedIn in) {
            Identity identity = in.identity();
            facts.put("nameIdKind", word(identity.subject().kind()));
            facts.put("level", word(identity.assuranceLevel()));
            facts.put(
                    "attributes",
                    output.showPersonal()
                            ? identity.attributes().asMap()
                            : List.copyOf(identity.attributes().names()));
            checked.session().flatMap(ActiveSession::sessionIndex).ifPresent(i -> facts.put("sessionIndex", i));
        } else {
            facts.put("outcome", checked.result().getClass().getSimpleName());
        }
        return facts;
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
