package dk.borgerbro.eid.internal.metadata;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.config.Timeouts;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.support.CallKind;
import dk.borgerbro.core.support.CallPipeline;
import dk.borgerbro.core.support.ServiceCall;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/** Metadata at an address. */
public final class HttpsMetadata implements MetadataSource {
    private static final Duration LONGEST_CALL = Duration.ofSeconds(30);

    private final String host;
    private final CallPipeline pipeline;
    private final ServiceCall<byte[]> call;

    /**
     * Opens a source.
     *
     * @param tlsAnchors whom to trust there, empty for the JVM's own
     */
    public HttpsMetadata(URI address, Set<X509Certificate> tlsAnchors, ClientSettings settings) {
        if (Addresses.problem(address).isPresent() || !"https".equalsIgnoreCase(address.getScheme())) {
            throw new ConfigurationException(
                    "identity provider",
                    List.of("the address of metadata must be https://host/… without user and fragment"));
        }
        URI directory = address.resolve(".");
        ServiceEnvironment environment = tlsAnchors.isEmpty()
                ? ServiceEnvironment.withSystemTrust("metadata", directory)
                : ServiceEnvironment.of("metadata", directory, tlsAnchors);
        String path = address.toString().substring(directory.toString().length());
        this.host = directory.getHost();
        this.pipeline = CallPipeline.builder("identity-provider", environment, bounded(settings))
                .build();
        this.call = ServiceCall.builder(
                        "metadata",
                        CallKind.READ,
                        "GET",
                        path,
                        answer -> answer.body().readAllBytes())
                .header("Accept", "application/samlmetadata+xml, application/xml, text/xml")
                .build();
    }

    private static ClientSettings bounded(ClientSettings settings) {
        Timeouts limits = settings.timeouts();
        Duration call = least(limits.call(), LONGEST_CALL);
        return settings.toBuilder()
                .timeouts(limits.withCall(call).withConnect(least(limits.connect(), call)))
                .answerLimit(Math.min(settings.answerLimit(), MetadataDocument.LIMIT))
                .build();
    }

    private static Duration least(Duration one, Duration other) {
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Override
    public byte[] fetch() {
        return pipeline.call(call);
    }

    @Override
    public String name() {
        return host;
    }

    @Override
    public void close() {
        pipeline.close();
    }
}
