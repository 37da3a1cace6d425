package dk.borgerbro.eid.saml;

import dk.borgerbro.eid.internal.saml.LogoutRequestMessage;
import dk.borgerbro.eid.internal.saml.LogoutResponseMessage;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.saml.ResponseMessage;
import dk.borgerbro.eid.internal.saml.SamlEngine;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Finds in each message what a test put there, by a ticket that is the whole message. */
final class ScriptedEngine implements SamlEngine {
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    /** {@return bytes in which the answer will be found} */
    byte[] bytesOf(Answer answer) {
        String ticket = "<ticket-" + answers.size() + "-" + System.identityHashCode(answer) + "/>";
        answers.put(ticket, answer);
        return ticket.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public ResponseMessage readResponse(byte[] xml) throws Refusal {
        return answers.get(new String(xml, StandardCharsets.UTF_8)).message();
    }

    @Override
    public LogoutRequestMessage readLogoutRequest(byte[] xml) {
        throw new UnsupportedOperationException("not a logout");
    }

    @Override
    public LogoutResponseMessage readLogoutResponse(byte[] xml) {
        throw new UnsupportedOperationException("not a logout");
    }
}
