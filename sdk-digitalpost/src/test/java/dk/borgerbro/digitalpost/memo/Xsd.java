package dk.borgerbro.digitalpost.memo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URL;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The official schemas in the JDK's validator, which did not see our code. */
final class Xsd {
    private static final Map<MemoVersion, Schema> SCHEMAS = load();

    private Xsd() {}

    private static Map<MemoVersion, Schema> load() {
        Map<MemoVersion, Schema> schemas = new EnumMap<>(MemoVersion.class);
        try {
            for (MemoVersion version : MemoVersion.values()) {
                URL core = Objects.requireNonNull(Xsd.class.getResource("/memo/" + version.text() + "/MeMo_core.xsd"));
                schemas.put(version, SchemaFactory.newDefaultInstance().newSchema(core));
            }
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
        return schemas;
    }

    /** {@return what the schema of a version has against a document} */
    static List<String> faults(MemoVersion version, byte[] document) {
        List<String> faults = new ArrayList<>();
        try {
            Validator validator = Objects.requireNonNull(SCHEMAS.get(version)).newValidator();
            validator.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
            validator.setErrorHandler(new Collect(faults));
            validator.validate(new StreamSource(new ByteArrayInputStream(document)));
        } catch (SAXException e) {
            faults.add(e.toString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return faults;
    }

    private record Collect(List<String> faults) implements ErrorHandler {
        @Override
        public void warning(SAXParseException e) {
            faults.add(e.getMessage());
        }

        @Override
        public void error(SAXParseException e) {
            faults.add(e.getMessage());
        }

        @Override
        public void fatalError(SAXParseException e) {
            faults.add(e.getMessage());
        }
    }
}
