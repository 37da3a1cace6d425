package dk.borgerbro.core.support.soap;

import dk.borgerbro.core.support.signature.SignatureRefusedException;
import dk.borgerbro.core.support.xml.Elements;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The parts of a SOAP message, each exactly where SOAP puts it.
 *
 * @param version by the namespace of the envelope
 * @param header null if there is none
 * @param body the one body
 */
public record SoapEnvelope(SoapVersion version, @Nullable Element header, Element body) {
    private static final String RULE = "SOAP-5";

    /**
     * {@return the parts of a received message}
     *
     * @throws SignatureRefusedException if it is not an envelope with at most one header, then one body, and nothing else
     */
    public static SoapEnvelope of(Document document) throws SignatureRefusedException {
        Element root = document.getDocumentElement();
        SoapVersion version = SoapVersion.of(String.valueOf(root.getNamespaceURI()))
                .filter(v -> Elements.is(root, v.namespace(), "Envelope"))
                .orElseThrow(() -> SignatureRefusedException.because(RULE, "", "is not a SOAP envelope"));
        List<Element> parts = Elements.children(root);
        Element header =
                parts.size() == 2 && Elements.is(parts.get(0), version.namespace(), "Header") ? parts.get(0) : null;
        Element body = parts.isEmpty() ? null : parts.get(parts.size() - 1);
        if (body == null
                || !Elements.is(body, version.namespace(), "Body")
                || parts.size() != (header == null ? 1 : 2)) {
            throw SignatureRefusedException.because(RULE, "Envelope", "must hold at most one Header and then one Body");
        }
        return new SoapEnvelope(version, header, body);
    }

    /** {@return the header blocks, in order} */
    public List<Element> headers() {
        return header == null ? List.of() : Elements.children(header);
    }

    /** {@return the first element in the body, which nobody has checked; empty if the body is} */
    public Optional<Element> payload() {
        return Elements.children(body).stream().findFirst();
    }

    @Override
    public String toString() {
        return "SoapEnvelope(" + version + ")";
    }
}
