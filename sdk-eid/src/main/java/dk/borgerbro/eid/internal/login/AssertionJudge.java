package dk.borgerbro.eid.internal.login;

import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.eid.Identity;
import dk.borgerbro.eid.SubjectId;
import dk.borgerbro.eid.internal.flow.Trail;
import dk.borgerbro.eid.internal.identity.IdentityReader;
import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.AssertionContent.Authentication;
import dk.borgerbro.eid.internal.saml.AssertionContent.Confirmation;
import dk.borgerbro.eid.internal.saml.AssertionContent.Subject;
import dk.borgerbro.eid.internal.saml.AssuranceRule;
import dk.borgerbro.eid.internal.saml.AuthenticationRule;
import dk.borgerbro.eid.internal.saml.ConditionsRule;
import dk.borgerbro.eid.internal.saml.ConfirmationRule;
import dk.borgerbro.eid.internal.saml.EngineChecks;
import dk.borgerbro.eid.internal.saml.IssuerRule;
import dk.borgerbro.eid.internal.saml.Refusal;
import dk.borgerbro.eid.internal.saml.ResponseMessage;
import dk.borgerbro.eid.internal.saml.ResponseRules;
import dk.borgerbro.eid.internal.saml.SealedAssertion;
import dk.borgerbro.eid.internal.saml.TimeWindow;
import dk.borgerbro.eid.saml.IdentityProvider;
import dk.borgerbro.eid.saml.NameId;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.List;
import java.util.stream.Stream;

/** R9 to R25: from a successful response to the identity in its assertion. Thread-safe. */
final class AssertionJudge {
    private final ProviderSettings settings;
    private final IdentityReader reader;
    private final UsedAssertions used;

    AssertionJudge(ProviderSettings settings, IdentityReader reader, UsedAssertions used) {
        this.settings = settings;
        this.reader = reader;
        this.used = used;
    }

    VerifiedLogin judge(
            ResponseMessage response, IdentityProvider identityProvider, Asked asked, TimeWindow time, Trail trail) {
        AssertionContent assertion = verified(response, identityProvider, time);
        LoginTrail.assertion(trail, assertion);
        IssuerRule.checkAssertion(assertion, identityProvider.entityId());
        ResponseRules.checkIssueInstant(assertion, time);
        SubjectId subject = reader.subject(assertion);
        ConfirmationRule.check(
                confirmations(assertion),
                settings.consumerService().toString(),
                asked.requestId().orElse(null),
                time);
        ConditionsRule.check(assertion, settings.entityId(), time);
        Authentication authentication = AuthenticationRule.check(
                assertion.authentications(), asked.freshSince().orElse(null), time);
        LoginTrail.authentication(trail, authentication);
        Identity identity = reader.identity(assertion, subject, asked.kind().orElse(null));
        trail.put("level", identity.assuranceLevel());
        AssuranceRule.check(identity.assuranceLevel(), asked.required());
        used.use(assertion, time);
        return new VerifiedLogin(identity, nameId(assertion), authentication);
    }

    private AssertionContent verified(ResponseMessage response, IdentityProvider identityProvider, TimeWindow time) {
        SealedAssertion sealed = ResponseRules.onlyAssertion(response);
        try {
            List<PublicKey> trusted = identityProvider.trustedKeys(time.now());
            AssertionContent content =
                    sealed.open(keys(), settings.authenticatedEncryption()).verify(trusted);
            if (response.signature().isPresent()) {
                response.signature().get().verify(trusted);
            }
            return content;
        } catch (Refusal refusal) {
            throw EngineChecks.login(refusal);
        }
    }

    /** The primary key first. One that has expired still opens what was encrypted to it. */
    private List<PrivateKey> keys() {
        return Stream.concat(Stream.of(settings.key()), settings.secondaryKey().stream())
                .map(KeySource::current)
                .map(key -> key.privateKey())
                .toList();
    }

    private static List<Confirmation> confirmations(AssertionContent assertion) {
        return assertion.subject().map(Subject::confirmations).orElse(List.of());
    }

    private static NameId nameId(AssertionContent assertion) {
        return assertion.subject().flatMap(Subject::nameId).orElseThrow();
    }
}
