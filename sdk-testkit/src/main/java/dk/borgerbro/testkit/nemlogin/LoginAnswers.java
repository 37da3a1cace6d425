package dk.borgerbro.testkit.nemlogin;

import java.util.List;
import java.util.Set;

/** Makes the Responses to AuthnRequests. Thread-safe. */
final class LoginAnswers {
    private static final List<String> ALWAYS = List.of(
            UserAttributes.MODEL + "specVersion",
            UserAttributes.NSIS + "loa",
            UserAttributes.LEVEL_4_0,
            UserAttributes.PROFESSIONAL + "cvr",
            UserAttributes.PROFESSIONAL + "orgName");

    private final SamlForge forge;
    private final IdpSigning signing;

    LoginAnswers(SamlForge forge, IdpSigning signing) {
        this.forge = forge;
        this.signing = signing;
    }

    IssuedResponse success(LoginRequest request, IdpSession session, boolean signWrongly) {
        if (!request.isMetBy(session.user())) {
            return failure(request, "", "Responder", "NoAuthnContext");
        }
        ForgedResponse response = response(request, onlyRequested(session.user(), request.from()))
                .withFacts(facts -> facts.withSessionIndex(session.index()).withAuthnInstant(session.since()));
        session.joined(request.from(), response.facts().nameId());
        return signing.apply(response, signWrongly).issue().withRelayState(request.relayState());
    }

    IssuedResponse failure(LoginRequest request, String message, String... codes) {
        ForgedResponse response =
                response(request, SimulatedUser.nobody()).withFacts(facts -> facts.failing(message, codes));
        return signing.apply(response, false).issue().withRelayState(request.relayState());
    }

    private ForgedResponse response(LoginRequest request, SimulatedUser user) {
        return forge.response(request.from(), request.id(), user)
                .withFacts(facts -> facts.withDestination(request.answerTo().toString()))
                .deliveredTo(request.answerTo());
    }

    private SimulatedUser onlyRequested(SimulatedUser user, RegisteredServiceProvider to) {
        Set<String> requested = to.requestedAttributes();
        SimulatedUser reduced = user;
        if (!requested.isEmpty()) {
            for (String name : user.attributeNames(forge.profile())) {
                if (!requested.contains(name) && !ALWAYS.contains(name)) {
                    reduced = reduced.without(name);
                }
            }
        }
        return reduced;
    }
}
