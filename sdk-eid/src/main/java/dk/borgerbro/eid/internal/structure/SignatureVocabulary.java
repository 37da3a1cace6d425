package dk.borgerbro.eid.internal.structure;

import static dk.borgerbro.eid.internal.structure.Lexical.ANY_URI;
import static dk.borgerbro.eid.internal.structure.Lexical.BASE64;
import static dk.borgerbro.eid.internal.structure.Lexical.INTEGER;
import static dk.borgerbro.eid.internal.structure.Lexical.NC_NAME;
import static dk.borgerbro.eid.internal.structure.Lexical.STRING;
import static dk.borgerbro.eid.internal.structure.Particle.any;
import static dk.borgerbro.eid.internal.structure.Particle.choice;
import static dk.borgerbro.eid.internal.structure.Particle.other;
import static dk.borgerbro.eid.internal.structure.Particle.sequence;

/** XML Signature 1.0 and the parts of 1.1 that stand in key information. */
final class SignatureVocabulary {
    private SignatureVocabulary() {}

    static Vocabulary signature() {
        Vocabulary ds = new Vocabulary(Namespaces.SIGNATURE);
        ds.element(
                "Signature",
                ElementRule.of(
                                ds("SignedInfo"),
                                ds("SignatureValue"),
                                ds("KeyInfo").maybe(),
                                ds("Object").repeated())
                        .may("Id", NC_NAME));
        ds.element("SignatureValue", ElementRule.text(BASE64).may("Id", NC_NAME));
        ds.element(
                "SignedInfo",
                ElementRule.of(
                                ds("CanonicalizationMethod"),
                                ds("SignatureMethod"),
                                ds("Reference").atLeastOnce())
                        .may("Id", NC_NAME));
        ds.element("CanonicalizationMethod", algorithm(any().repeated()));
        ds.element(
                "SignatureMethod",
                algorithm(ds("HMACOutputLength").maybe(), foreign().repeated()));
        ds.element("HMACOutputLength", ElementRule.text(INTEGER));
        ds.element(
                "Reference",
                ElementRule.of(ds("Transforms").maybe(), ds("DigestMethod"), ds("DigestValue"))
                        .may("Id", NC_NAME)
                        .may("URI", ANY_URI)
                        .may("Type", ANY_URI));
        ds.element("Transforms", ElementRule.of(ds("Transform").atLeastOnce()));
        ds.element("Transform", algorithm(choice(foreign(), ds("XPath")).repeated()));
        ds.element("XPath", ElementRule.text(STRING));
        ds.element("DigestMethod", algorithm(foreign().repeated()));
        ds.element("DigestValue", ElementRule.text(BASE64));
        keyInfo(ds);
        ds.element(
                "Object",
                ElementRule.of(any().repeated())
                        .withText()
                        .may("Id", NC_NAME)
                        .may("MimeType", STRING)
                        .may("Encoding", ANY_URI));
        return ds;
    }

    private static void keyInfo(Vocabulary ds) {
        Particle hint = choice(
                ds("KeyName"),
                ds("KeyValue"),
                ds("RetrievalMethod"),
                ds("X509Data"),
                ds("PGPData"),
                ds("SPKIData"),
                ds("MgmtData"),
                foreign());
        ds.element("KeyInfo", ElementRule.of(hint.atLeastOnce()).withText().may("Id", NC_NAME));
        ds.element("KeyName", ElementRule.text(STRING));
        ds.element("MgmtData", ElementRule.text(STRING));
        ds.element(
                "KeyValue",
                ElementRule.of(choice(ds("DSAKeyValue"), ds("RSAKeyValue"), foreign()))
                        .withText());
        ds.element(
                "RetrievalMethod",
                ElementRule.of(ds("Transforms").maybe()).must("URI", ANY_URI).may("Type", ANY_URI));
        ds.element(
                "X509Data",
                ElementRule.of(choice(
                                ds("X509IssuerSerial"),
                                ds("X509SKI"),
                                ds("X509SubjectName"),
                                ds("X509Certificate"),
                                ds("X509CRL"),
                                foreign())
                        .atLeastOnce()));
        ds.element("X509IssuerSerial", ElementRule.of(ds("X509IssuerName"), ds("X509SerialNumber")));
        ds.element("X509IssuerName", ElementRule.text(STRING));
        ds.element("X509SerialNumber", ElementRule.text(INTEGER));
        ds.element("X509SKI", ElementRule.text(BASE64));
        ds.element("X509SubjectName", ElementRule.text(STRING));
        ds.element("X509Certificate", ElementRule.text(BASE64));
        ds.element("X509CRL", ElementRule.text(BASE64));
        ds.element(
                "PGPData",
                ElementRule.of(choice(
                        sequence(
                                ds("PGPKeyID"),
                                ds("PGPKeyPacket").maybe(),
                                foreign().repeated()),
                        sequence(ds("PGPKeyPacket"), foreign().repeated()))));
        ds.element("PGPKeyID", ElementRule.text(BASE64));
        ds.element("PGPKeyPacket", ElementRule.text(BASE64));
        ds.element(
                "SPKIData",
                ElementRule.of(sequence(ds("SPKISexp"), foreign().maybe()).atLeastOnce()));
        ds.element("SPKISexp", ElementRule.text(BASE64));
        ds.element("RSAKeyValue", ElementRule.of(ds("Modulus"), ds("Exponent")));
        ds.element(
                "DSAKeyValue",
                ElementRule.of(
                        sequence(ds("P"), ds("Q")).maybe(),
                        ds("G").maybe(),
                        ds("Y"),
                        ds("J").maybe(),
                        sequence(ds("Seed"), ds("PgenCounter")).maybe()));
        for (String number : new String[] {"Modulus", "Exponent", "P", "Q", "G", "Y", "J", "Seed", "PgenCounter"}) {
            ds.element(number, ElementRule.text(BASE64));
        }
    }

    static Vocabulary signature11() {
        Vocabulary ds11 = new Vocabulary(Namespaces.SIGNATURE_11);
        ds11.element(
                "ECKeyValue",
                ElementRule.of(ds11("NamedCurve"), ds11("PublicKey")).may("Id", NC_NAME));
        ds11.element("NamedCurve", ElementRule.of().must("URI", ANY_URI));
        ds11.element("PublicKey", ElementRule.text(BASE64));
        ds11.element("DEREncodedKeyValue", ElementRule.text(BASE64).may("Id", NC_NAME));
        ds11.element("KeyInfoReference", ElementRule.of().must("URI", ANY_URI).may("Id", NC_NAME));
        ds11.element("X509Digest", ElementRule.text(BASE64).must("Algorithm", ANY_URI));
        return ds11;
    }

    static Vocabulary exclusiveCanonicalization() {
        return new Vocabulary(Namespaces.EXCLUSIVE_C14N)
                .element("InclusiveNamespaces", ElementRule.of().may("PrefixList", STRING));
    }

    private static ElementRule algorithm(Particle... children) {
        return ElementRule.of(children).withText().must("Algorithm", ANY_URI);
    }

    private static Particle ds(String name) {
        return Particle.named(Namespaces.SIGNATURE, name);
    }

    private static Particle ds11(String name) {
        return Particle.named(Namespaces.SIGNATURE_11, name);
    }

    private static Particle foreign() {
        return other(Namespaces.SIGNATURE);
    }
}
