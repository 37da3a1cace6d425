package dk.borgerbro.core.support.signature;

import org.w3c.dom.Element;

/**
 * One element that a verified signature covers, enveloped signature left out.
 *
 * @param original the element in the received document: for asking <em>where</em> it stands, not for reading
 * @param content the same, parsed anew from the very bytes that were digested: for reading. Comments are gone, nothing can have been moved;
 *     prefixes that occur in values only are not declared in it
 */
public record SignedElement(Element original, Element content) {
    @Override
    public String toString() {
        return "SignedElement(" + original.getLocalName() + ")";
    }
}
