package dk.borgerbro.core.support.xml;

import java.io.CharConversionException;
import java.io.IOException;
import java.io.UnsupportedEncodingException;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * Finds out what a parser failed on. The JDK's parsers give no code, their words follow the default language and repeat the document: so
 * only the untranslated keys in the words are looked at, and neither words nor exception are passed on.
 */
final class ParserFailure {
    private static final String DOCTYPE_FEATURE = "disallow-doctype-decl";
    private static final String DEPTH_KEY = "JAXP00010006";
    private static final String ATTRIBUTES_KEY = "JAXP00010002";
    private static final String ANY_LIMIT_KEY = "JAXP000100";

    private ParserFailure() {}

    static IOException of(GuardedStream guard, Exception parsers, int line, int column) {
        IOException source = guard.failure();
        return source != null ? source : rule(parsers).broken("", line, column);
    }

    private static XmlRule rule(Exception parsers) {
        for (Throwable at = parsers; at != null; at = cause(at)) {
            if (at instanceof CharConversionException || at instanceof UnsupportedEncodingException) {
                return XmlRule.ENCODING;
            }
        }
        String words = String.valueOf(parsers.getMessage());
        if (words.contains(DOCTYPE_FEATURE)) {
            return XmlRule.DOCTYPE;
        }
        if (words.contains(DEPTH_KEY)) {
            return XmlRule.DEPTH;
        }
        if (words.contains(ATTRIBUTES_KEY)) {
            return XmlRule.ATTRIBUTES;
        }
        return words.contains(ANY_LIMIT_KEY) ? XmlRule.NAME : XmlRule.WELL_FORMED;
    }

    private static @Nullable Throwable cause(Throwable failure) {
        if (failure instanceof XMLStreamException stream && stream.getNestedException() != null) {
            return stream.getNestedException();
        }
        return failure.getCause();
    }
}
