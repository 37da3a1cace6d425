package dk.borgerbro.eid.internal.structure;

import static dk.borgerbro.eid.internal.structure.Lexical.ANY_URI;
import static dk.borgerbro.eid.internal.structure.Lexical.DATE_TIME;
import static dk.borgerbro.eid.internal.structure.Lexical.DECISION;
import static dk.borgerbro.eid.internal.structure.Lexical.NC_NAME;
import static dk.borgerbro.eid.internal.structure.Lexical.NON_NEGATIVE;
import static dk.borgerbro.eid.internal.structure.Lexical.STRING;
import static dk.borgerbro.eid.internal.structure.Lexical.VERSION;
import static dk.borgerbro.eid.internal.structure.Particle.any;
import static dk.borgerbro.eid.internal.structure.Particle.choice;
import static dk.borgerbro.eid.internal.structure.Particle.other;
import static dk.borgerbro.eid.internal.structure.Particle.sequence;

/** SAML 2.0: assertions, and of the protocol the three messages that a service provider receives. */
final class SamlVocabulary {
    private SamlVocabulary() {}

    static Vocabulary protocol() {
        Vocabulary samlp = new Vocabulary(Namespaces.PROTOCOL);
        samlp.element(
                "Response",
                answer(choice(saml("Assertion"), saml("EncryptedAssertion")).repeated()));
        samlp.element("LogoutResponse", answer());
        samlp.element(
                "LogoutRequest",
                message(
                                saml("Issuer").maybe(),
                                signature().maybe(),
                                samlp("Extensions").maybe(),
                                identifier(),
                                samlp("SessionIndex").repeated())
                        .may("Reason", STRING)
                        .may("NotOnOrAfter", DATE_TIME));
        samlp.element("SessionIndex", ElementRule.text(STRING));
        samlp.element("Extensions", ElementRule.of(other(Namespaces.PROTOCOL).atLeastOnce()));
        samlp.element(
                "Status",
                ElementRule.of(
                        samlp("StatusCode"),
                        samlp("StatusMessage").maybe(),
                        samlp("StatusDetail").maybe()));
        samlp.element("StatusCode", ElementRule.of(samlp("StatusCode").maybe()).must("Value", ANY_URI));
        samlp.element("StatusMessage", ElementRule.text(STRING));
        samlp.element("StatusDetail", ElementRule.of(any().repeated()));
        return samlp;
    }

    static Vocabulary assertion() {
        Vocabulary saml = new Vocabulary(Namespaces.ASSERTION);
        saml.element(
                "Assertion",
                ElementRule.of(
                                saml("Issuer"),
                                signature().maybe(),
                                saml("Subject").maybe(),
                                saml("Conditions").maybe(),
                                saml("Advice").maybe(),
                                choice(
                                                saml("AuthnStatement"),
                                                saml("AuthzDecisionStatement"),
                                                saml("AttributeStatement"))
                                        .repeated())
                        .must("Version", VERSION)
                        .must("ID", NC_NAME)
                        .must("IssueInstant", DATE_TIME));
        subject(saml);
        conditions(saml);
        authentication(saml);
        decision(saml);
        saml.element(
                "AttributeStatement",
                ElementRule.of(
                        choice(saml("Attribute"), saml("EncryptedAttribute")).atLeastOnce()));
        saml.element(
                "Attribute",
                ElementRule.of(saml("AttributeValue").repeated())
                        .withForeignAttributes()
                        .must("Name", STRING)
                        .may("NameFormat", ANY_URI)
                        .may("FriendlyName", STRING));
        saml.element("AttributeValue", ElementRule.anything());
        for (String name : new String[] {"EncryptedAssertion", "EncryptedID", "EncryptedAttribute"}) {
            saml.element(
                    name,
                    ElementRule.of(
                            Particle.named(Namespaces.ENCRYPTION, "EncryptedData"),
                            Particle.named(Namespaces.ENCRYPTION, "EncryptedKey")
                                    .repeated()));
        }
        return saml;
    }

    private static void subject(Vocabulary saml) {
        ElementRule nameId = ElementRule.text(STRING)
                .may("NameQualifier", STRING)
                .may("SPNameQualifier", STRING)
                .may("Format", ANY_URI)
                .may("SPProvidedID", STRING);
        saml.element("NameID", nameId);
        saml.element("Issuer", nameId);
        saml.element(
                "Subject",
                ElementRule.of(choice(
                        sequence(identifier(), saml("SubjectConfirmation").repeated()),
                        saml("SubjectConfirmation").atLeastOnce())));
        saml.element(
                "SubjectConfirmation",
                ElementRule.of(
                                identifier().maybe(),
                                saml("SubjectConfirmationData").maybe())
                        .must("Method", ANY_URI));
        saml.element(
                "SubjectConfirmationData",
                confirmationData(any().repeated()).withText().withForeignAttributes());
        saml.typed(
                "SubjectConfirmationData",
                "KeyInfoConfirmationDataType",
                confirmationData(Particle.named(Namespaces.SIGNATURE, "KeyInfo").atLeastOnce()));
    }

    private static ElementRule confirmationData(Particle content) {
        return ElementRule.of(content)
                .may("NotBefore", DATE_TIME)
                .may("NotOnOrAfter", DATE_TIME)
                .may("Recipient", ANY_URI)
                .may("InResponseTo", NC_NAME)
                .may("Address", STRING);
    }

    private static void conditions(Vocabulary saml) {
        saml.element(
                "Conditions",
                ElementRule.of(choice(
                                        saml("Condition"),
                                        saml("AudienceRestriction"),
                                        saml("OneTimeUse"),
                                        saml("ProxyRestriction"))
                                .repeated())
                        .may("NotBefore", DATE_TIME)
                        .may("NotOnOrAfter", DATE_TIME));
        ElementRule audience = ElementRule.of(saml("Audience").atLeastOnce());
        ElementRule once = ElementRule.of();
        ElementRule proxy = ElementRule.of(saml("Audience").repeated()).may("Count", NON_NEGATIVE);
        saml.element("AudienceRestriction", audience);
        saml.element("OneTimeUse", once);
        saml.element("ProxyRestriction", proxy);
        saml.element("Audience", ElementRule.text(ANY_URI));
        // The abstract condition needs a type. Nobody sends these three so; the rules refuse them as unknown.
        saml.typed("Condition", "AudienceRestrictionType", audience);
        saml.typed("Condition", "OneTimeUseType", once);
        saml.typed("Condition", "ProxyRestrictionType", proxy);
        saml.element(
                "Advice",
                ElementRule.of(choice(
                                saml("AssertionIDRef"),
                                saml("AssertionURIRef"),
                                saml("Assertion"),
                                saml("EncryptedAssertion"),
                                other(Namespaces.ASSERTION))
                        .repeated()));
        saml.element("AssertionIDRef", ElementRule.text(NC_NAME));
        saml.element("AssertionURIRef", ElementRule.text(ANY_URI));
    }

    private static void authentication(Vocabulary saml) {
        saml.element(
                "AuthnStatement",
                ElementRule.of(saml("SubjectLocality").maybe(), saml("AuthnContext"))
                        .must("AuthnInstant", DATE_TIME)
                        .may("SessionIndex", STRING)
                        .may("SessionNotOnOrAfter", DATE_TIME));
        saml.element("SubjectLocality", ElementRule.of().may("Address", STRING).may("DNSName", STRING));
        Particle declaration = choice(saml("AuthnContextDecl"), saml("AuthnContextDeclRef"));
        saml.element(
                "AuthnContext",
                ElementRule.of(
                        choice(sequence(saml("AuthnContextClassRef"), declaration.maybe()), declaration),
                        saml("AuthenticatingAuthority").repeated()));
        saml.element("AuthnContextClassRef", ElementRule.text(ANY_URI));
        saml.element("AuthnContextDeclRef", ElementRule.text(ANY_URI));
        saml.element("AuthenticatingAuthority", ElementRule.text(ANY_URI));
        saml.element("AuthnContextDecl", ElementRule.anything());
    }

    private static void decision(Vocabulary saml) {
        saml.element(
                "AuthzDecisionStatement",
                ElementRule.of(saml("Action").atLeastOnce(), saml("Evidence").maybe())
                        .must("Resource", ANY_URI)
                        .must("Decision", DECISION));
        saml.element("Action", ElementRule.text(STRING).must("Namespace", ANY_URI));
        saml.element(
                "Evidence",
                ElementRule.of(choice(
                                saml("AssertionIDRef"),
                                saml("AssertionURIRef"),
                                saml("Assertion"),
                                saml("EncryptedAssertion"))
                        .atLeastOnce()));
    }

    private static ElementRule answer(Particle... more) {
        return message(
                        saml("Issuer").maybe(),
                        signature().maybe(),
                        samlp("Extensions").maybe(),
                        samlp("Status"),
                        sequence(more))
                .may("InResponseTo", NC_NAME);
    }

    private static ElementRule message(Particle... content) {
        return ElementRule.of(content)
                .must("ID", NC_NAME)
                .must("Version", VERSION)
                .must("IssueInstant", DATE_TIME)
                .may("Destination", ANY_URI)
                .may("Consent", ANY_URI);
    }

    private static Particle identifier() {
        return choice(saml("NameID"), saml("EncryptedID"));
    }

    private static Particle signature() {
        return Particle.named(Namespaces.SIGNATURE, "Signature");
    }

    private static Particle saml(String name) {
        return Particle.named(Namespaces.ASSERTION, name);
    }

    private static Particle samlp(String name) {
        return Particle.named(Namespaces.PROTOCOL, name);
    }
}
