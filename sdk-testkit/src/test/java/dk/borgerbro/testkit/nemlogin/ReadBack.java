package dk.borgerbro.testkit.nemlogin;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.MGF1ParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.KeySelector;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMValidateContext;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Reads what the forge made with none of the forge's code: the JDK's own XML signature, and JCA by the texts of XML Encryption. */
final class ReadBack {
    private static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    private static final String XENC = "http://www.w3.org/2001/04/xmlenc#";
    private static final Map<String, String> DIGESTS = Map.of(
            "http://www.w3.org/2000/09/xmldsig#sha1", "SHA-1",
            "http://www.w3.org/2001/04/xmldsig-more#sha224", "SHA-224",
            "http://www.w3.org/2001/04/xmlenc#sha256", "SHA-256",
            "http://www.w3.org/2001/04/xmldsig-more#sha384", "SHA-384",
            "http://www.w3.org/2001/04/xmlenc#sha512", "SHA-512");
    private static final Map<String, MGF1ParameterSpec> MASKS = Map.of(
            "http://www.w3.org/2009/xmlenc11#mgf1sha1", MGF1ParameterSpec.SHA1,
            "http://www.w3.org/2009/xmlenc11#mgf1sha224", MGF1ParameterSpec.SHA224,
            "http://www.w3.org/2009/xmlenc11#mgf1sha256", MGF1ParameterSpec.SHA256,
            "http://www.w3.org/2009/xmlenc11#mgf1sha384", MGF1ParameterSpec.SHA384,
            "http://www.w3.org/2009/xmlenc11#mgf1sha512", MGF1ParameterSpec.SHA512);

    private ReadBack() {}

    static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** {@return whether the signature that is a child of the root verifies, with the JDK's secure validation on or off} */
    static boolean verifies(String xml, PublicKey key, boolean secure) throws Exception {
        Document document = parse(xml);
        Element root = document.getDocumentElement();
        return verifies(root, KeySelector.singletonKeySelector(key), secure);
    }

    static boolean verifies(String xml, PublicKey key) throws Exception {
        return verifies(xml, key, true);
    }

    static boolean verifies(Element signed, KeySelector key, boolean secure) throws Exception {
        signed.setIdAttribute("ID", true);
        Element signature = null;
        for (var child = signed.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element && "Signature".equals(element.getLocalName())) {
                signature = element;
            }
        }
        if (signature == null) {
            return false;
        }
        return verifiesSignature(signature, key, secure);
    }

    /** {@return whether a signature verifies; the IDs are known to the document} */
    static boolean verifiesSignature(Element signature, KeySelector key, boolean secure) throws Exception {
        DOMValidateContext context = new DOMValidateContext(key, signature);
        context.setProperty("org.jcp.xml.dsig.secureValidation", secure);
        return XMLSignatureFactory.getInstance("DOM")
                .unmarshalXMLSignature(context)
                .validate(context);
    }

    /** {@return the text inside the one EncryptedAssertion} */
    static String decrypt(String xml, PrivateKey key) throws Exception {
        Document document = parse(xml);
        Element data =
                (Element) document.getElementsByTagNameNS(XENC, "EncryptedData").item(0);
        Element wrapped =
                (Element) document.getElementsByTagNameNS(XENC, "EncryptedKey").item(0);
        byte[] secret = unwrap(wrapped, key);
        NodeList values = data.getElementsByTagNameNS(XENC, "CipherValue");
        byte[] text = Base64.getMimeDecoder()
                .decode(values.item(values.getLength() - 1).getTextContent());
        String algorithm = method(data).getAttribute("Algorithm");
        return new String(open(algorithm, secret, text), StandardCharsets.UTF_8);
    }

    private static Element method(Element encrypted) {
        return (Element)
                encrypted.getElementsByTagNameNS(XENC, "EncryptionMethod").item(0);
    }

    private static byte[] unwrap(Element wrapped, PrivateKey key) throws Exception {
        Element method = method(wrapped);
        NodeList values = wrapped.getElementsByTagNameNS(XENC, "CipherValue");
        byte[] content = Base64.getMimeDecoder().decode(values.item(0).getTextContent());
        if (method.getAttribute("Algorithm").endsWith("rsa-1_5")) {
            Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
            cipher.init(Cipher.DECRYPT_MODE, key);
            return cipher.doFinal(content);
        }
        NodeList digests = method.getElementsByTagNameNS(DSIG, "DigestMethod");
        NodeList masks = method.getElementsByTagNameNS("http://www.w3.org/2009/xmlenc11#", "MGF");
        String digest =
                digests.getLength() == 0 ? "SHA-1" : DIGESTS.get(((Element) digests.item(0)).getAttribute("Algorithm"));
        MGF1ParameterSpec mask = masks.getLength() == 0
                ? MGF1ParameterSpec.SHA1
                : MASKS.get(((Element) masks.item(0)).getAttribute("Algorithm"));
        Cipher cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(Cipher.DECRYPT_MODE, key, new OAEPParameterSpec(digest, "MGF1", mask, PSource.PSpecified.DEFAULT));
        return cipher.doFinal(content);
    }

    private static byte[] open(String algorithm, byte[] secret, byte[] text) throws Exception {
        if (algorithm.endsWith("-gcm")) {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(secret, "AES"), new GCMParameterSpec(128, text, 0, 12));
            return cipher.doFinal(text, 12, text.length - 12);
        }
        boolean des = algorithm.endsWith("tripledes-cbc");
        int block = des ? 8 : 16;
        Cipher cipher = Cipher.getInstance(des ? "DESede/CBC/NoPadding" : "AES/CBC/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(secret, des ? "DESede" : "AES"),
                new IvParameterSpec(text, 0, block));
        byte[] padded = cipher.doFinal(text, block, text.length - block);
        return Arrays.copyOf(padded, padded.length - padded[padded.length - 1]);
    }
}
