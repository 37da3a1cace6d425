package dk.borgerbro.testkit.nemlogin;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Single logout: takes requests from services, goes around the others, and answers. Thread-safe. */
final class Logouts {
    private final SamlForge forge;
    private final IdpSigning signing;
    private final IdpSessions sessions;
    private final IncomingMessages messages;
    private final BackChannel backChannel;
    private final LogoutBinding requests;
    private final LogoutBinding answers;
    private final Clock clock;
    private final Map<String, LogoutRun> runs = new ConcurrentHashMap<>();

    Logouts(
            SamlForge forge,
            IdpSigning signing,
            IdpSessions sessions,
            IncomingMessages messages,
            BackChannel backChannel,
            NemLogInSimulator.Builder settings) {
        this.forge = forge;
        this.signing = signing;
        this.sessions = sessions;
        this.messages = messages;
        this.backChannel = backChannel;
        this.requests = settings.logoutRequests();
        this.answers = settings.logoutAnswers();
        this.clock = settings.clock();
    }

    /** What the browser does next: carry a message, or show that all is done. */
    record Step(Optional<IssuedMessage> message, boolean partial) {}

    Step requested(Incoming request) {
        XmlPart message = request.message();
        messages.checkTime(message, clock.instant());
        if (message.all("NameID").size() != 1) {
            throw new TechnicalError("the LogoutRequest has no NameID");
        }
        String end = message.get("@NotOnOrAfter");
        if (!end.isEmpty()
                && !clock.instant().isBefore(OffsetDateTime.parse(end).toInstant())) {
            throw new TechnicalError("NotOnOrAfter of the LogoutRequest has passed");
        }
        List<String> indexes =
                message.all("SessionIndex").stream().map(index -> index.get("")).toList();
        List<IdpSession> found = sessions.find(request.from().entityId(), message.get("NameID"), indexes);
        // What is not there is logged out already; whether it ever was is nobody's business.
        return begin(found, request);
    }

    Step begin(List<IdpSession> ending, @Nullable Incoming initiator) {
        ending.forEach(sessions::end);
        return goOn(new LogoutRun(forge.newId(), ending, initiator));
    }

    private Step goOn(LogoutRun run) {
        for (IdpSession.Participation there = run.next(); there != null; there = run.next()) {
            Optional<IssuedMessage> request = request(there, requests);
            if (request.isEmpty()) {
                run.failed();
            } else if (request.get().binding() == LogoutBinding.SOAP) {
                if (!callSucceeds(request.get())) {
                    run.failed();
                }
            } else {
                ForgedMessage message = request.get().message().withRelayState(run.id());
                run.asks(message.id());
                runs.put(run.id(), run);
                return new Step(
                        Optional.of(new IssuedMessage(
                                message, request.get().binding(), request.get().location())),
                        false);
            }
        }
        Incoming initiator = run.initiator();
        return new Step(
                initiator == null ? Optional.empty() : Optional.of(answer(initiator, run.isPartial())),
                run.isPartial());
    }

    Step answered(Incoming response) {
        LogoutRun run = runs.remove(response.relayState());
        if (run == null || !run.isAnsweredBy(response.message())) {
            throw new TechnicalError(
                    "the LogoutResponse answers no logout that is under way (RelayState and InResponseTo)");
        }
        messages.checkTime(response.message(), clock.instant());
        if (!isSuccess(response.message())) {
            run.failed();
        }
        return goOn(run);
    }

    Optional<IssuedMessage> request(IdpSession.Participation there, LogoutBinding preferred) {
        return service(there.at(), preferred).map(service -> {
            ForgedMessage message = forge.logoutRequest(service.location(), there.nameId(), there.index())
                    .change(root -> root.set("NameID/@Format", there.at().nameIdFormat()));
            return new IssuedMessage(signing.apply(message), service.binding(), service.location());
        });
    }

    private IssuedMessage answer(Incoming to, boolean partial) {
        LogoutService service = Stream.of(answers, LogoutBinding.POST, LogoutBinding.REDIRECT)
                .flatMap(binding -> to.from().logout(binding).stream())
                .filter(found -> found.binding() != LogoutBinding.SOAP)
                .findFirst()
                .orElseThrow(
                        () -> new TechnicalError("the service provider has no SingleLogoutService for the answer"));
        String[] codes = partial ? new String[] {"Success", "PartialLogout"} : new String[0];
        URI location = service.responseLocation();
        ForgedMessage message =
                forge.logoutResponse(location, to.message().get("@ID"), codes).withRelayState(to.relayState());
        return new IssuedMessage(signing.apply(message), service.binding(), location);
    }

    private static Optional<LogoutService> service(RegisteredServiceProvider to, LogoutBinding preferred) {
        return Stream.concat(Stream.of(preferred), Stream.of(LogoutBinding.values()))
                .flatMap(binding -> to.logout(binding).stream())
                .findFirst();
    }

    private boolean callSucceeds(IssuedMessage request) {
        try {
            byte[] envelope =
                    backChannel.call(request.location(), request.message().soap());
            XmlPart response = messages.soap(envelope).message();
            return isSuccess(response)
                    && response.get("@InResponseTo").equals(request.message().id());
        } catch (IOException | TechnicalError e) {
            return false;
        }
    }

    private static boolean isSuccess(XmlPart response) {
        XmlPart top = response.at("Status/StatusCode");
        return top.get("@Value").equals(Saml.SUCCESS) && top.all("StatusCode").isEmpty();
    }

    void clear() {
        runs.clear();
    }
}
