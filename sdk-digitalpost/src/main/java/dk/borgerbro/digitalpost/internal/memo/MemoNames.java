package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.support.xml.XmlNamespaces;

/** The namespaces of MeMo 1.1 and 1.2 under their usual prefixes; one public client found that {@code memo:} is needed literally. */
final class MemoNames {
    static final String CORE = "https://DigitalPost.dk/MeMo-1";

    static final XmlNamespaces NAMESPACES = XmlNamespaces.of("memo", CORE)
            .and("grd", "https://data.gov.dk/model/core/")
            .and("gln", "https://www.gs1.dk/gs1-standarder/identifikation/gln-global-location-number/")
            .and(
                    "udd",
                    "https://www.dst.dk/da/TilSalg/Forskningsservice/Dokumentation/hoejkvalitetsvariable/elevregister-2/udd#")
            .and("sor", "https://services.nsi.dk/en/Services/SOR")
            .and("dmv", "https://motorregister.skat.dk/")
            .and("kle", "http://kle-online.dk/")
            .and("form", "http://www.form-online.dk/");

    /** The same, and the one namespace whose attributes any XML document may carry. */
    static final XmlNamespaces READING = NAMESPACES.and("xsi", "http://www.w3.org/2001/XMLSchema-instance");

    private MemoNames() {}
}
