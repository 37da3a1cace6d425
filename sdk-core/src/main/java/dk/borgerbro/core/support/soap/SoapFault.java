package dk.borgerbro.core.support.soap;

import dk.borgerbro.core.error.ServiceFault;
import dk.borgerbro.core.support.FaultReader;
import dk.borgerbro.core.support.signature.SignatureRefusedException;
import dk.borgerbro.core.support.xml.Elements;
import dk.borgerbro.core.support.xml.SafeXml;
import dk.borgerbro.core.support.xml.XmlLimits;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * A fault of SOAP 1.1 or 1.2. Faults are seldom signed: a hint, never a proof of what happened.
 *
 * @param code the most precise code, without prefix: subcode before code
 * @param text the service's words, which may hold personal data
 * @param detail null if there is none
 */
public record SoapFault(String code, String text, @Nullable Element detail) {
    /** {@return a reader of refusals for the call pipeline; an answer that is no fault gives its status only} */
    public static FaultReader reader() {
        return answer -> {
            Document document = SafeXml.document(answer.body(), XmlLimits.TREE);
            return of(document)
                    .map(fault -> fault.toServiceFault(answer.status()))
                    .orElseGet(() -> ServiceFault.builder(answer.status()).build());
        };
    }

    /** {@return the fault in a message, empty if it is another message or none at all} */
    public static Optional<SoapFault> of(Document document) {
        try {
            SoapEnvelope envelope = SoapEnvelope.of(document);
            String soap = envelope.version().namespace();
            return envelope.payload()
                    .filter(payload -> Elements.is(payload, soap, "Fault"))
                    .map(fault -> envelope.version() == SoapVersion.SOAP_1_1 ? first(fault) : second(fault, soap));
        } catch (SignatureRefusedException e) {
            return Optional.empty();
        }
    }

    /** {@return code and text for the error that the user gets; what the detail means is the client's knowledge} */
    public ServiceFault toServiceFault(int httpStatus) {
        return ServiceFault.builder(httpStatus).code(code).text(text).build();
    }

    /** SOAP 1.1, section 4.4: names without namespace. */
    private static SoapFault first(Element fault) {
        return new SoapFault(
                localPart(text(child(fault, "", "faultcode"))),
                text(child(fault, "", "faultstring")),
                child(fault, "", "detail"));
    }

    /** SOAP 1.2, section 5.4. */
    private static SoapFault second(Element fault, String soap) {
        Element code = child(fault, soap, "Code");
        String value = text(child(code, soap, "Value"));
        for (Element sub = child(code, soap, "Subcode"); sub != null; sub = child(sub, soap, "Subcode")) {
            value = text(child(sub, soap, "Value"));
        }
        return new SoapFault(
                localPart(value),
                text(child(child(fault, soap, "Reason"), soap, "Text")),
                child(fault, soap, "Detail"));
    }

    private static @Nullable Element child(@Nullable Element parent, String namespace, String local) {
        if (parent == null) {
            return null;
        }
        return Elements.children(parent).stream()
                .filter(e -> local.equals(e.getLocalName())
                        && namespace.equals(e.getNamespaceURI() == null ? "" : e.getNamespaceURI()))
                .findFirst()
                .orElse(null);
    }

    private static String text(@Nullable Element element) {
        return element == null ? "" : element.getTextContent().strip();
    }

    private static String localPart(String qualified) {
        return qualified.substring(qualified.lastIndexOf(':') + 1);
    }

    @Override
    public String toString() {
        return "SoapFault(" + toServiceFault(0) + ")";
    }
}
