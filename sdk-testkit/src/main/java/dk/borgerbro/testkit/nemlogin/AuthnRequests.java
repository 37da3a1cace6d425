package dk.borgerbro.testkit.nemlogin;

import java.net.URI;
import java.time.Clock;
import java.util.List;

/** Checks AuthnRequests as strictly as NemLog-in is said to. Thread-safe. */
final class AuthnRequests {
    private final SimulatedProfile profile;
    private final IncomingMessages messages;
    private final Clock clock;

    AuthnRequests(SimulatedProfile profile, IncomingMessages messages, Clock clock) {
        this.profile = profile;
        this.messages = messages;
        this.clock = clock;
    }

    LoginRequest read(Incoming incoming) {
        XmlPart request = incoming.message();
        messages.checkTime(request, clock.instant());
        boolean force = flag(request, "ForceAuthn");
        boolean passive = flag(request, "IsPassive");
        check(!(force && passive), "ForceAuthn and IsPassive cannot both be true");
        String binding = request.get("@ProtocolBinding");
        check(binding.isEmpty() || binding.equals(Saml.POST), "ProtocolBinding is not HTTP-POST");
        check(incoming.relayState().length() <= 512, "RelayState is longer than 512 characters");
        checkNameIdPolicy(request);
        RequestedContext context = RequestedContext.of(request, profile);
        return new LoginRequest(
                incoming.from(),
                request.get("@ID"),
                answerTo(request, incoming.from()),
                incoming.relayState(),
                force,
                passive,
                context.level(),
                context.professional());
    }

    private static URI answerTo(XmlPart request, RegisteredServiceProvider from) {
        String wanted = request.get("@AssertionConsumerServiceURL");
        check(!wanted.isEmpty(), "AssertionConsumerServiceURL is missing");
        return from.assertionConsumerServices().stream()
                .filter(known -> known.toString().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new TechnicalError(
                        "AssertionConsumerServiceURL is none of those in the service provider's metadata"));
    }

    private static void checkNameIdPolicy(XmlPart request) {
        List<XmlPart> policies = request.all("NameIDPolicy");
        if (!policies.isEmpty()) {
            String format = policies.get(0).get("@Format");
            check(
                    format.equals(Saml.PERSISTENT) || format.equals(Saml.TRANSIENT),
                    "the Format of NameIDPolicy is neither persistent nor transient");
            check(policies.get(0).get("@SPNameQualifier").isEmpty(), "NameIDPolicy has an SPNameQualifier");
        }
    }

    private static boolean flag(XmlPart request, String name) {
        String value = request.get("@" + name);
        return value.equals("true") || value.equals("1");
    }

    private static void check(boolean good, String problem) {
        if (!good) {
            throw new TechnicalError(problem);
        }
    }
}
