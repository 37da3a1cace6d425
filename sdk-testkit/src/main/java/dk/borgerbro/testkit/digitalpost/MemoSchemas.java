package dk.borgerbro.testkit.digitalpost;

import java.math.BigDecimal;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/** The published schemas, compiled when first needed. Thread-safe. */
final class MemoSchemas {
    private final Map<String, Schema> byVersion = new ConcurrentHashMap<>();

    /** {@return the version as the schemas' folder names it; the attribute is a decimal, so 1.20 is 1.2} */
    static Optional<String> versionOf(String memoVersion) {
        try {
            String plain =
                    new BigDecimal(memoVersion.strip()).stripTrailingZeros().toPlainString();
            return Optional.of(plain).filter(version -> version.equals("1.1") || version.equals("1.2"));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    Schema of(String version) {
        return byVersion.computeIfAbsent(version, MemoSchemas::compile);
    }

    private static Schema compile(String version) {
        URL core = MemoSchemas.class.getResource("memo/" + version + "/MeMo_core.xsd");
        if (core == null) {
            throw new IllegalStateException("the schema of MeMo " + version + " is not in the jar");
        }
        SchemaFactory factory = SchemaFactory.newDefaultInstance();
        try {
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "file,jar:file,jrt");
            return factory.newSchema(core);
        } catch (SAXException e) {
            throw new IllegalStateException("the schema of MeMo " + version + " cannot be compiled", e);
        }
    }
}
