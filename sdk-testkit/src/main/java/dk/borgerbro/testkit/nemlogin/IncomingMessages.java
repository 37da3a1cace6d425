package dk.borgerbro.testkit.nemlogin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** Takes messages out of their bindings and checks what all of them have in common. Thread-safe. */
final class IncomingMessages {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    private final SamlSchemas schemas;
    private final Map<String, RegisteredServiceProvider> serviceProviders = new ConcurrentHashMap<>();
    private final Queue<ReceivedMessage> received = new ConcurrentLinkedQueue<>();

    IncomingMessages(SamlSchemas schemas) {
        this.schemas = schemas;
    }

    void register(RegisteredServiceProvider serviceProvider) {
        serviceProviders.put(serviceProvider.entityId(), serviceProvider);
    }

    List<RegisteredServiceProvider> registered() {
        return List.copyOf(serviceProviders.values());
    }

    RegisteredServiceProvider serviceProvider(String entityId) {
        RegisteredServiceProvider known = serviceProviders.get(entityId);
        if (known == null) {
            throw new TechnicalError("the issuer is not registered; hand its metadata to registerServiceProvider");
        }
        return known;
    }

    List<ReceivedMessage> received() {
        return List.copyOf(received);
    }

    void forget() {
        received.clear();
    }

    Incoming redirect(String rawQuery, URI endpoint) {
        SignedQuery query = SignedQuery.of(rawQuery);
        Document document = parse(query.message());
        return accept(
                document,
                endpoint,
                query.relayState(),
                incoming -> query.verify(incoming.from().signing()));
    }

    Incoming post(String base64, String relayState, URI endpoint) {
        byte[] message;
        try {
            message = Base64.getMimeDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new TechnicalError("the message is not base64");
        }
        return accept(parse(message), endpoint, relayState, IncomingMessages::verifyEnveloped);
    }

    /** Takes the answer to a SOAP call, whose Destination is of no interest. */
    Incoming soap(byte[] envelope) {
        XmlPart root = new XmlPart(parse(envelope).getDocumentElement());
        XmlPart body = root.all("Body").isEmpty() ? root : root.at("Body");
        if (body.all("LogoutResponse").size() != 1) {
            throw new TechnicalError("the SOAP body holds no LogoutResponse");
        }
        Document message = parse(body.at("LogoutResponse").xml().getBytes(StandardCharsets.UTF_8));
        return accept(message, null, "", IncomingMessages::verifyEnveloped);
    }

    private static void verifyEnveloped(Incoming incoming) {
        EnvelopedSignature.verify(incoming.message(), incoming.from().signing());
    }

    private Incoming accept(Document document, @Nullable URI endpoint, String relayState, Consumer<Incoming> verifier) {
        schemas.problem(document).ifPresent(problem -> {
            throw new TechnicalError("the message breaks the SAML schema: " + problem);
        });
        XmlPart message = new XmlPart(document.getDocumentElement());
        if (message.all("Issuer").isEmpty()) {
            throw new TechnicalError("Issuer is missing");
        }
        String format = message.get("Issuer/@Format");
        if (!format.isEmpty() && !format.equals("urn:oasis:names:tc:SAML:2.0:nameid-format:entity")) {
            throw new TechnicalError("the Format of Issuer is not entity");
        }
        Incoming incoming = new Incoming(message, serviceProvider(message.get("Issuer")), relayState);
        verifier.accept(incoming);
        if (!message.get("@Version").equals("2.0")) {
            throw new TechnicalError("Version is not 2.0");
        }
        if (endpoint != null && !message.get("@Destination").equals(endpoint.toString())) {
            throw new TechnicalError("Destination is not exactly " + endpoint);
        }
        received.add(new ReceivedMessage(
                incoming.kind(), incoming.from().entityId(), message.get("@ID"), relayState, message.xml()));
        return incoming;
    }

    void checkTime(XmlPart message, Instant now) {
        try {
            String text = message.get("@IssueInstant");
            Instant issued = OffsetDateTime.parse(text).toInstant();
            if (!text.endsWith("Z")) {
                throw new TechnicalError("IssueInstant is not in UTC with Z");
            }
            if (Duration.between(issued, now).abs().compareTo(LONGEST) > 0) {
                throw new TechnicalError("IssueInstant is more than 5 minutes off the clock here");
            }
        } catch (DateTimeParseException e) {
            throw new TechnicalError("IssueInstant is not in UTC with Z");
        }
    }

    private static Document parse(byte[] message) {
        try {
            return XmlText.parse(message);
        } catch (SAXException e) {
            throw new TechnicalError("the message is not well-formed XML, or has a DOCTYPE");
        }
    }
}
