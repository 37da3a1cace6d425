package dk.borgerbro.testkit.nemlogin;

import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.transform.Source;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/** The published schemas, compiled when first needed. Thread-safe. */
final class SamlSchemas {
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Schema compiled;

    /** {@return what is wrong with a message, without its content; empty if nothing is} */
    Optional<String> problem(Document message) {
        try {
            schema().newValidator().validate(new DOMSource(message));
            return Optional.empty();
        } catch (SAXException e) {
            // Such as "cvc-complex-type.2.4.a: ...": the rule is enough, the rest quotes the message.
            String text = String.valueOf(e.getMessage());
            int colon = text.indexOf(':');
            return Optional.of("schema rule " + (colon < 0 ? "unknown" : text.substring(0, colon)));
        } catch (IOException e) {
            throw new IllegalStateException("a tree in memory cannot be read", e);
        }
    }

    private Schema schema() {
        lock.lock();
        try {
            Schema now = compiled;
            if (now == null) {
                now = compile();
                compiled = now;
            }
            return now;
        } finally {
            lock.unlock();
        }
    }

    /** In the order of their imports, so that none has to be looked for at its address. */
    private static Schema compile() {
        Source[] sources = Stream.of(
                        "xml.xsd",
                        "xmldsig-core-schema.xsd",
                        "xmldsig11-schema.xsd",
                        "xenc-schema.xsd",
                        "xenc11-schema.xsd",
                        "saml-schema-assertion-2.0.xsd",
                        "saml-schema-protocol-2.0.xsd",
                        "saml-schema-metadata-2.0.xsd",
                        "nemlogin-extensions.xsd")
                .map(SamlSchemas::source)
                .toArray(Source[]::new);
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        try {
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
            return factory.newSchema(sources);
        } catch (SAXException e) {
            throw new IllegalStateException("the schemas in the jar cannot be compiled", e);
        }
    }

    private static Source source(String name) {
        URL file = SamlSchemas.class.getResource("xsd/" + name);
        if (file == null) {
            throw new IllegalStateException("the schema " + name + " is not in the jar");
        }
        return new StreamSource(file.toString());
    }
}
