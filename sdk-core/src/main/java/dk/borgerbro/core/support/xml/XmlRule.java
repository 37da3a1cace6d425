package dk.borgerbro.core.support.xml;

import dk.borgerbro.core.error.Finding;

/** What can be wrong with a document before its content is looked at. */
enum XmlRule {
    WELL_FORMED("XML-WELLFORMED", "is not well-formed XML 1.0, or is cut off"),
    ENCODING("XML-ENCODING", "is not in the encoding that it declares, or the encoding is not known"),
    DOCTYPE("XML-DOCTYPE", "has a document type declaration, which is refused"),
    SIZE("XML-LIMIT", "is larger than the limit for this kind of document"),
    PIECE("XML-LIMIT", "has a tag, comment or CDATA section that is larger than the limit"),
    TEXT("XML-LIMIT", "has a text or attribute that is longer than the limit"),
    DEPTH("XML-LIMIT", "nests deeper than the limit"),
    ATTRIBUTES("XML-LIMIT", "has an element with more attributes than the limit"),
    NAME("XML-LIMIT", "has a name that is longer than the limit"),
    NAMES("XML-LIMIT", "has more different names than the limit"),
    ELEMENTS_ONLY("XML-STRUCTURE", "has text where only elements are expected"),
    TEXT_ONLY("XML-STRUCTURE", "has elements where only text is expected"),
    BASE64("XML-BASE64", "is not base64");

    private final String id;
    private final String message;

    XmlRule(String id, String message) {
        this.id = id;
        this.message = message;
    }

    XmlReadingException broken(String path, int line, int column) {
        return new XmlReadingException(Finding.error(id, path, message), line, column);
    }
}
