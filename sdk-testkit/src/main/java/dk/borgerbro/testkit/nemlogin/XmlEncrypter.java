package dk.borgerbro.testkit.nemlogin;

import java.security.cert.X509Certificate;
import java.util.Base64;

/** Makes an {@code EncryptedAssertion} by a recipe. */
final class XmlEncrypter {
    private XmlEncrypter() {}

    /** {@return the element as text that stands alone} */
    static String encrypt(byte[] plain, EncryptionRecipe recipe, SeededRandom random) {
        byte[] key = random.bytes(JcaEncryption.keyBytes(recipe.blockCipher()));
        byte[] text = recipe.cipherText().apply(JcaEncryption.encrypt(recipe, key, plain, random));
        String dataId = random.id();
        String keyId = random.id();
        StringBuilder keys = new StringBuilder();
        for (int i = 0; i < recipe.recipients().size(); i++) {
            X509Certificate recipient = recipe.recipients().get(i);
            byte[] wrapped = JcaEncryption.wrap(recipe, recipient.getPublicKey(), key, random);
            key(keys, recipe, recipient, wrapped, i == 0 ? keyId : keyId + "-" + i, dataId);
        }
        StringBuilder xml = new StringBuilder("<saml:EncryptedAssertion xmlns:saml=\"" + Saml.ASSERTION + "\">");
        xml.append("<xenc:EncryptedData xmlns:xenc=\"")
                .append(Saml.XENC)
                .append("\" Id=\"")
                .append(dataId);
        xml.append("\" Type=\"http://www.w3.org/2001/04/xmlenc#Element\"><xenc:EncryptionMethod Algorithm=\"");
        xml.append(recipe.blockCipher())
                .append("\"/><ds:KeyInfo xmlns:ds=\"")
                .append(Saml.DSIG)
                .append("\">");
        if (recipe.keyBeside()) {
            xml.append("<ds:RetrievalMethod Type=\"http://www.w3.org/2001/04/xmlenc#EncryptedKey\" URI=\"#");
            xml.append(keyId).append("\"/>");
        } else {
            xml.append(keys);
        }
        xml.append("</ds:KeyInfo>");
        value(xml, text);
        xml.append("</xenc:EncryptedData>");
        if (recipe.keyBeside()) {
            xml.append(keys);
        }
        xml.append("</saml:EncryptedAssertion>");
        XmlPart element = new XmlPart(XmlText.parse(xml.toString()).getDocumentElement());
        return recipe.encrypted().apply(element).xml();
    }

    private static void key(
            StringBuilder xml,
            EncryptionRecipe recipe,
            X509Certificate recipient,
            byte[] wrapped,
            String keyId,
            String dataId) {
        xml.append("<xenc:EncryptedKey xmlns:xenc=\"")
                .append(Saml.XENC)
                .append("\" Id=\"")
                .append(keyId);
        xml.append("\"><xenc:EncryptionMethod Algorithm=\"")
                .append(recipe.keyTransport())
                .append("\">");
        if (!recipe.oaepDigest().isEmpty()) {
            xml.append("<ds:DigestMethod xmlns:ds=\"").append(Saml.DSIG).append("\" Algorithm=\"");
            xml.append(recipe.oaepDigest()).append("\"/>");
        }
        if (!recipe.mask().isEmpty()) {
            xml.append("<xenc11:MGF xmlns:xenc11=\"").append(Saml.XENC11).append("\" Algorithm=\"");
            xml.append(recipe.mask()).append("\"/>");
        }
        xml.append("</xenc:EncryptionMethod>");
        if (recipe.hint()) {
            xml.append("<ds:KeyInfo xmlns:ds=\"").append(Saml.DSIG).append("\"><ds:X509Data><ds:X509Certificate>");
            xml.append(SignatureRecipe.base64(recipient));
            xml.append("</ds:X509Certificate></ds:X509Data></ds:KeyInfo>");
        }
        value(xml, wrapped);
        if (recipe.keyBeside()) {
            xml.append("<xenc:ReferenceList><xenc:DataReference URI=\"#").append(dataId);
            xml.append("\"/></xenc:ReferenceList>");
        }
        xml.append("</xenc:EncryptedKey>");
    }

    private static void value(StringBuilder xml, byte[] content) {
        xml.append("<xenc:CipherData><xenc:CipherValue>");
        xml.append(Base64.getEncoder().encodeToString(content));
        xml.append("</xenc:CipherValue></xenc:CipherData>");
    }
}
