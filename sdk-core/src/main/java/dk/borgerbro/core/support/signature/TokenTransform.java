package dk.borgerbro.core.support.signature;

import dk.borgerbro.core.support.xml.SafeXml;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Iterator;
import java.util.Map;
import javax.xml.crypto.Data;
import javax.xml.crypto.NodeSetData;
import javax.xml.crypto.OctetStreamData;
import javax.xml.crypto.XMLCryptoContext;
import javax.xml.crypto.XMLStructure;
import javax.xml.crypto.dom.DOMStructure;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.TransformException;
import javax.xml.crypto.dsig.TransformService;
import javax.xml.crypto.dsig.XMLSignature;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The dereferencing transform of WS-Security 1.0, section 8.3 (STR-Transform): puts the token in the place of the reference that points to it, in
 * exclusive canonicalisation. Which token that is, the signer says by a property of the context.
 */
final class TokenTransform extends TransformService {
    static final String URI =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0#STR-Transform";
    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    /** Names a {@code Map} from the reference element to the token element. */
    static final String TOKENS = "dk.borgerbro.tokens";

    @Override
    public void init(@Nullable TransformParameterSpec params) {
        // the parameters are always the same
    }

    @Override
    public void init(XMLStructure parent, @Nullable XMLCryptoContext context) {
        // the structure check has seen them
    }

    @Override
    public void marshalParams(XMLStructure parent, @Nullable XMLCryptoContext context) {
        Node transform = ((DOMStructure) parent).getNode();
        Document document = transform.getOwnerDocument();
        Element parameters = document.createElementNS(WSSE, "wsse:TransformationParameters");
        Element method = document.createElementNS(XMLSignature.XMLNS, "ds:CanonicalizationMethod");
        method.setAttributeNS(null, "Algorithm", CanonicalizationMethod.EXCLUSIVE);
        parameters.appendChild(method);
        transform.appendChild(parameters);
    }

    @Override
    public @Nullable AlgorithmParameterSpec getParameterSpec() {
        return null;
    }

    @Override
    public Data transform(Data data, XMLCryptoContext context) throws TransformException {
        if (data instanceof NodeSetData<?> nodes && context.getProperty(TOKENS) instanceof Map<?, ?> tokens) {
            for (Iterator<?> at = nodes.iterator(); at.hasNext(); ) {
                if (at.next() instanceof Element reference && tokens.get(reference) instanceof Element token) {
                    return new OctetStreamData(new ByteArrayInputStream(canonical(token, context)));
                }
            }
        }
        throw new TransformException("points to no token");
    }

    @Override
    public Data transform(Data data, XMLCryptoContext context, OutputStream out) throws TransformException {
        OctetStreamData result = (OctetStreamData) transform(data, context);
        try (InputStream in = result.getOctetStream()) {
            in.transferTo(out);
            return result;
        } catch (IOException e) {
            throw new TransformException(e);
        }
    }

    @Override
    public boolean isFeatureSupported(String feature) {
        return false;
    }

    private static byte[] canonical(Element token, XMLCryptoContext context) throws TransformException {
        Document alone = SafeXml.newDocument();
        alone.appendChild(alone.importNode(token, true));
        Element method = alone.createElementNS(XMLSignature.XMLNS, "CanonicalizationMethod");
        method.setAttributeNS(null, "Algorithm", CanonicalizationMethod.EXCLUSIVE);
        try {
            TransformService exclusive = SignatureFactory.exclusiveCanonicalization();
            exclusive.init(new DOMStructure(method), context);
            ByteArrayInputStream bytes = new ByteArrayInputStream(SafeXml.bytes(alone));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            OctetStreamData result = (OctetStreamData) exclusive.transform(new OctetStreamData(bytes), context);
            result.getOctetStream().transferTo(out);
            return withDefaultNamespace(out.toString(StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IOException e) {
            throw new TransformException(e);
        }
    }

    /** The standard wants the first tag to say that it has no default namespace, which canonicalisation would leave out. */
    private static String withDefaultNamespace(String canonical) {
        int end = canonical.indexOf('>');
        String tag = canonical.substring(0, end);
        if (tag.contains(" xmlns=\"")) {
            return canonical;
        }
        int name = tag.indexOf(' ') < 0 ? end : tag.indexOf(' ');
        return canonical.substring(0, name) + " xmlns=\"\"" + canonical.substring(name);
    }
}
