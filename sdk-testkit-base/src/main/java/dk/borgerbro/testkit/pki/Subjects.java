package dk.borgerbro.testkit.pki;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;

/** Names as the public hierarchy writes them: the common name stands first in the encoding and the country last. */
final class Subjects {
    private Subjects() {}

    static X500Name authority(String commonName, boolean test) {
        X500NameBuilder name = new X500NameBuilder(BCStyle.INSTANCE).addRDN(BCStyle.CN, commonName);
        if (test) {
            name.addRDN(BCStyle.OU, "Test - cti");
        }
        return name.addRDN(BCStyle.O, "Den Danske Stat").addRDN(BCStyle.C, "DK").build();
    }

    static X500Name organisation(String cvr, String organisation, String commonName, String uuid) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, commonName)
                .addRDN(BCStyle.SERIALNUMBER, "UI:DK-O:G:" + uuid)
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "NTRDK-" + cvr)
                .addRDN(BCStyle.C, "DK")
                .build();
    }

    static X500Name employee(String cvr, String organisation, String givenName, String surname, String uuid) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, givenName + " " + surname)
                .addRDN(BCStyle.SURNAME, surname)
                .addRDN(BCStyle.GIVENNAME, givenName)
                .addRDN(BCStyle.SERIALNUMBER, "UI:DK-E:G:" + uuid)
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.ORGANIZATION_IDENTIFIER, "NTRDK-" + cvr)
                .addRDN(BCStyle.C, "DK")
                .build();
    }

    /** The form used until 2023: number and name of the organisation in one attribute, all identifiers in another. */
    static X500Name oces2(String organisation, String cvr, String commonName, String serialNumber) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "DK")
                .addRDN(BCStyle.O, organisation + " // CVR:" + cvr)
                .addRDN(BCStyle.CN, commonName)
                .addRDN(BCStyle.SERIALNUMBER, serialNumber)
                .build();
    }

    static X500Name server(String host) {
        return new X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.CN, host)
                .addRDN(BCStyle.O, "Simulator")
                .addRDN(BCStyle.C, "DK")
                .build();
    }
}
