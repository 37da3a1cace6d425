package dk.borgerbro.testkit.digitalpost;

import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.testkit.leak.Confidential;
import dk.borgerbro.testkit.simulator.SimulatedRequest;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The registered sender systems, and what their organisations may send. Thread-safe. */
final class Systems {
    private final Map<String, SenderSystem> byAuthorization = new ConcurrentHashMap<>();
    private final Map<String, Set<Permission>> permissions = new ConcurrentHashMap<>();

    SenderSystem register(CvrNumber sender, X509Certificate certificate) {
        UUID systemId = UUID.randomUUID();
        String token = Confidential.register(
                "Digital Post API token", UUID.randomUUID().toString());
        String basic = Base64.getEncoder().encodeToString((systemId + ":" + token).getBytes(StandardCharsets.UTF_8));
        SenderSystem system = new SenderSystem(systemId, Secret.of(token), sender, certificate);
        byAuthorization.put("Basic " + Confidential.register("Digital Post authorization", basic), system);
        return system;
    }

    void allow(CvrNumber organisation, Permission permission) {
        permissions.merge(organisation.value(), EnumSet.of(permission), (had, more) -> {
            Set<Permission> both = EnumSet.copyOf(had);
            both.addAll(more);
            return both;
        });
    }

    boolean may(SenderSystem system, Permission permission) {
        return permissions.getOrDefault(system.sender().value(), Set.of()).contains(permission);
    }

    /**
     * {@return the system that calls}
     *
     * @throws Refusal 401 without a known token, 403 if the certificate is not the one registered with it
     */
    SenderSystem authenticate(SimulatedRequest request) {
        SenderSystem system = request.header("Authorization")
                .map(byAuthorization::get)
                .orElseThrow(() -> new Refusal(
                        401,
                        "unauthorized",
                        "the header Authorization must be Basic with the token of a known system"));
        if (!system.certificate().equals(request.client().certificate())) {
            throw new Refusal(
                    403, "certificate.not.registered", "the client certificate is not registered for this system");
        }
        return system;
    }
}
