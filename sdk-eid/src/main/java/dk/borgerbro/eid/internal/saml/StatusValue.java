package dk.borgerbro.eid.internal.saml;

import java.util.List;
import java.util.Optional;

/**
 * What a message says of its success.
 *
 * @param codes the codes from the top level down, as URIs; at least one
 * @param message as received, to be cleaned before anybody sees it
 */
public record StatusValue(List<String> codes, Optional<String> message) {
    @Override
    public String toString() {
        return "StatusValue(hidden)";
    }
}
