package dk.borgerbro.benchmarks;

import jakarta.xml.bind.annotation.XmlAccessType;
import jakarta.xml.bind.annotation.XmlAccessorType;
import jakarta.xml.bind.annotation.XmlElement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a MeMo as JAXB binds them: content is {@code xs:base64Binary}, so it becomes an array of bytes. What is not here, JAXB
 * skips; headers are small and do not count.
 */
@XmlAccessorType(XmlAccessType.FIELD)
public final class JaxbMessage {
    static final String MEMO = "https://DigitalPost.dk/MeMo-1";

    @XmlElement(name = "MessageBody", namespace = MEMO)
    @Nullable
    Body body;

    /** MessageBody. */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class Body {
        @XmlElement(name = "MainDocument", namespace = MEMO)
        @Nullable
        Document main;

        @XmlElement(name = "AdditionalDocument", namespace = MEMO)
        final List<Document> additional = new ArrayList<>();
    }

    /** MainDocument and AdditionalDocument. */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class Document {
        @XmlElement(name = "File", namespace = MEMO)
        final List<Content> files = new ArrayList<>();
    }

    /** File. */
    @XmlAccessorType(XmlAccessType.FIELD)
    public static final class Content {
        @XmlElement(name = "filename", namespace = MEMO)
        @Nullable
        String filename;

        @XmlElement(name = "content", namespace = MEMO)
        byte @Nullable [] content;
    }
}
