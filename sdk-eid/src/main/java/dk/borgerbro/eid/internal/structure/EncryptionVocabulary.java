package dk.borgerbro.eid.internal.structure;

import static dk.borgerbro.eid.internal.structure.Lexical.ANY_URI;
import static dk.borgerbro.eid.internal.structure.Lexical.BASE64;
import static dk.borgerbro.eid.internal.structure.Lexical.INTEGER;
import static dk.borgerbro.eid.internal.structure.Lexical.NC_NAME;
import static dk.borgerbro.eid.internal.structure.Lexical.STRING;
import static dk.borgerbro.eid.internal.structure.Particle.choice;

/** XML Encryption 1.0 and the mask function of 1.1. */
final class EncryptionVocabulary {
    private EncryptionVocabulary() {}

    static Vocabulary encryption() {
        Vocabulary xenc = new Vocabulary(Namespaces.ENCRYPTION);
        xenc.element("EncryptedData", encrypted());
        xenc.element(
                "EncryptedKey",
                encrypted(xenc("ReferenceList").maybe(), xenc("CarriedKeyName").maybe())
                        .may("Recipient", STRING));
        xenc.element("CarriedKeyName", ElementRule.text(STRING));
        xenc.element(
                "EncryptionMethod",
                ElementRule.of(
                                xenc("KeySize").maybe(),
                                xenc("OAEPparams").maybe(),
                                choice(
                                                Particle.named(Namespaces.SIGNATURE, "DigestMethod"),
                                                Particle.named(Namespaces.ENCRYPTION_11, "MGF"))
                                        .repeated())
                        .withText()
                        .must("Algorithm", ANY_URI));
        xenc.element("KeySize", ElementRule.text(INTEGER));
        xenc.element("OAEPparams", ElementRule.text(BASE64));
        xenc.element("CipherData", ElementRule.of(choice(xenc("CipherValue"), xenc("CipherReference"))));
        xenc.element("CipherValue", ElementRule.text(BASE64));
        xenc.element(
                "CipherReference", ElementRule.of(xenc("Transforms").maybe()).must("URI", ANY_URI));
        xenc.element(
                "Transforms",
                ElementRule.of(Particle.named(Namespaces.SIGNATURE, "Transform").atLeastOnce()));
        xenc.element(
                "ReferenceList",
                ElementRule.of(
                        choice(xenc("DataReference"), xenc("KeyReference")).atLeastOnce()));
        ElementRule reference = ElementRule.of(
                        Particle.named(Namespaces.SIGNATURE, "Transforms").repeated())
                .must("URI", ANY_URI);
        xenc.element("DataReference", reference);
        xenc.element("KeyReference", reference);
        xenc.element(
                "EncryptionProperties",
                ElementRule.of(xenc("EncryptionProperty").atLeastOnce()).may("Id", NC_NAME));
        xenc.element(
                "EncryptionProperty",
                ElementRule.of(foreign().atLeastOnce())
                        .withText()
                        .may("Target", ANY_URI)
                        .may("Id", NC_NAME));
        return xenc;
    }

    static Vocabulary encryption11() {
        return new Vocabulary(Namespaces.ENCRYPTION_11)
                .element("MGF", ElementRule.of().must("Algorithm", ANY_URI));
    }

    private static ElementRule encrypted(Particle... more) {
        return ElementRule.of(
                        xenc("EncryptionMethod").maybe(),
                        Particle.named(Namespaces.SIGNATURE, "KeyInfo").maybe(),
                        xenc("CipherData"),
                        xenc("EncryptionProperties").maybe(),
                        Particle.sequence(more))
                .may("Id", NC_NAME)
                .may("Type", ANY_URI)
                .may("MimeType", STRING)
                .may("Encoding", ANY_URI);
    }

    private static Particle xenc(String name) {
        return Particle.named(Namespaces.ENCRYPTION, name);
    }

    private static Particle foreign() {
        return Particle.other(Namespaces.ENCRYPTION);
    }
}
