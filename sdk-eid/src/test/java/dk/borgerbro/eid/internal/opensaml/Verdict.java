package dk.borgerbro.eid.internal.opensaml;

import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.saml.ResponseMessage;
import dk.borgerbro.eid.internal.saml.SamlEngine;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What an engine makes of a response, as the rules above it would use it.
 *
 * @param word {@code ACCEPTED}, the check that refused, or {@code COUNT} if there is not exactly one encrypted assertion
 * @param fields of the message, as far as it could be read
 */
record Verdict(String word, List<Object> fields, Optional<AssertionContent> content) {
    static final String ACCEPTED = "ACCEPTED";
    static final String COUNT = "COUNT";

    /** {@return what an engine makes of a response} */
    static Verdict of(
            SamlEngine engine, byte[] xml, List<PrivateKey> keys, List<PublicKey> trusted, boolean authenticatedOnly) {
        List<Object> fields = new ArrayList<>();
        try {
            ResponseMessage message = engine.readResponse(xml);
            fields.add(List.of(message.id(), message.issueInstant(), message.issuer(), message.destination()));
            fields.add(List.of(message.inResponseTo(), message.status(), message.plainAssertions()));
            fields.add(message.encryptedAssertions().size());
            if (message.signature().isPresent()) {
                message.signature().get().verify(trusted);
            }
            if (message.plainAssertions() != 0 || message.encryptedAssertions().size() != 1) {
                return new Verdict(COUNT, List.copyOf(fields), Optional.empty());
            }
            AssertionContent content = message.encryptedAssertions()
                    .get(0)
                    .open(keys, authenticatedOnly)
                    .verify(trusted);
            return new Verdict(ACCEPTED, List.copyOf(fields), Optional.of(content));
        } catch (Refusal e) {
            return new Verdict(e.check().name(), List.copyOf(fields), Optional.empty());
        }
    }
}
