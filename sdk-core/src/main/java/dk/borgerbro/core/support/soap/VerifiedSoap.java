package dk.borgerbro.core.support.soap;

import dk.borgerbro.core.support.xml.Elements;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * What a verified message says, read from the signed bytes only: a header that was not signed is not in it.
 *
 * @param signer certificate of whoever signed
 * @param body the body
 * @param headers the signed header blocks
 */
public record VerifiedSoap(X509Certificate signer, Element body, List<Element> headers) {
    /** Copies the list. */
    public VerifiedSoap {
        headers = List.copyOf(headers);
    }

    /** {@return the first element in the body, empty if the body is} */
    public Optional<Element> payload() {
        return Elements.children(body).stream().findFirst();
    }

    /** {@return text of a signed WS-Addressing header, such as {@code RelatesTo}; empty if it is absent or was not signed} */
    public Optional<String> addressing(String name) {
        List<Element> found = headers.stream()
                .filter(header -> Elements.is(header, Wss.WSA, name))
                .toList();
        return found.size() == 1 ? Optional.of(found.get(0).getTextContent().strip()) : Optional.empty();
    }

    @Override
    public String toString() {
        return "VerifiedSoap";
    }
}
