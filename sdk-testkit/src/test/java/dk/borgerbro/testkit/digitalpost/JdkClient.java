package dk.borgerbro.testkit.digitalpost;

import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.simulator.JsonText;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** A client that has nothing to do with the SDK: the JDK's. */
final class JdkClient {
    private final DigitalPostSimulator sim;
    private final SenderSystem system;
    private final HttpClient http;

    JdkClient(DigitalPostSimulator sim, SenderSystem system, TestIdentity identity) {
        this.sim = sim;
        this.system = system;
        this.http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .sslContext(identity.sslContext(sim.pki().root()))
                .build();
    }

    static JdkClient of(DigitalPostSimulator sim) {
        return new JdkClient(sim, sim.system(), sim.senderIdentity());
    }

    static String basic(SenderSystem system) {
        String token = system.apiToken().use(String::new);
        return "Basic "
                + Base64.getEncoder()
                        .encodeToString((system.systemId() + ":" + token).getBytes(StandardCharsets.UTF_8));
    }

    HttpRequest.Builder request(String path) {
        URI address = sim.environment().baseUri().resolve(path);
        return HttpRequest.newBuilder(address).header("Authorization", basic(system));
    }

    Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    Answer upload(UUID uuid, String xml) throws IOException, InterruptedException {
        return upload(uuid.toString(), BodyPublishers.ofString(xml));
    }

    Answer upload(String uuid, BodyPublisher body) throws IOException, InterruptedException {
        return send(request("memos/?memo-message-uuid=" + uuid)
                .header("Content-Type", "application/xml")
                .POST(body)
                .build());
    }

    Answer get(String path) throws IOException, InterruptedException {
        return send(request(path).build());
    }

    Answer delete(String path) throws IOException, InterruptedException {
        return send(request(path).DELETE().build());
    }

    record Answer(int status, String body) {
        Map<String, Object> json() {
            return JsonText.readObject(body).orElseThrow();
        }

        @Override
        public String toString() {
            return "Answer(" + status + ")";
        }
    }
}
