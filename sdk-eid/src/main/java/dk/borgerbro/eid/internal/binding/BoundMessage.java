package dk.borgerbro.eid.internal.binding;

import java.util.Optional;

/**
 * A message as a binding carried it, before anybody looked into it. Prints nothing of it.
 *
 * @param parameter the one in which it came
 * @param xml bytes that anybody may have sent
 * @param relayState what was given along with it, unprotected; a value too long to be ours or to be sent back counts as absent
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record BoundMessage(MessageParameter parameter, byte[] xml, Optional<String> relayState) {
    @Override
    public String toString() {
        return "BoundMessage(" + parameter + ", content hidden)";
    }
}
