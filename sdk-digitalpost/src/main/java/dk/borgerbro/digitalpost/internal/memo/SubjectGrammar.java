package dk.borgerbro.digitalpost.internal.memo;

import static dk.borgerbro.digitalpost.internal.memo.Part.one;
import static dk.borgerbro.digitalpost.internal.memo.Part.optional;
import static dk.borgerbro.digitalpost.internal.memo.Part.several;
import static dk.borgerbro.digitalpost.internal.memo.TextKind.GLN;
import static dk.borgerbro.digitalpost.internal.memo.TextKind.LICENSE_NUMBER;
import static dk.borgerbro.digitalpost.internal.memo.TextKind.P_NUMBER;
import static dk.borgerbro.digitalpost.internal.memo.TextKind.TEXT;

/** The tables of what a message is about and for whose attention: the parts that come from other namespaces. */
final class SubjectGrammar {
    private static final Sequence PRODUCTION_UNIT =
            Sequence.of(one("grd:productionUnitNumber", P_NUMBER), optional("grd:productionUnitName", TEXT));

    private static final Sequence ADDRESS = Sequence.of(
            optional("grd:id", TEXT),
            optional("grd:addressLabel", TEXT),
            optional("grd:houseNumber", TEXT),
            optional("grd:door", TEXT),
            optional("grd:floor", TEXT),
            optional("grd:co", TEXT),
            optional("grd:zipCode", TEXT),
            optional("grd:city", TEXT),
            optional("grd:country", TEXT),
            optional(
                    "grd:AddressPoint",
                    Sequence.of(
                            optional("grd:geographicEastingMeasure", TEXT),
                            optional("grd:geographicNorthingMeasure", TEXT),
                            optional("grd:geographicHeightMeasure", TEXT))));

    private static final Sequence UNSTRUCTURED_ADDRESS = Sequence.of(one("grd:unstructured", TEXT));

    static final Sequence ATTENTION_DATA = Sequence.of(
            optional(
                    "memo:AttentionPerson", Sequence.of(optional("memo:personID", TEXT), optional("memo:label", TEXT))),
            optional("grd:ProductionUnit", PRODUCTION_UNIT),
            optional("gln:GlobalLocationNumber", pair("gln:globalLocationNumber", GLN, "gln:location")),
            optional("memo:EMail", pair("memo:emailAddress", TEXT, "memo:relatedAgent")),
            optional("grd:SEnumber", pair("grd:seNumber", TEXT, "grd:companyName")),
            optional("memo:Telephone", pair("memo:telephoneNumber", TEXT, "memo:relatedAgent")),
            optional("grd:EID", pair("grd:eID", TEXT, "grd:label")),
            optional(
                    "memo:ContentResponsible",
                    Sequence.of(optional("memo:contentResponsibleID", TEXT), optional("memo:label", TEXT))),
            optional("memo:GeneratingSystem", pair("memo:generatingSystemID", TEXT, "memo:label")),
            optional("sor:SORdata", pair("sor:sorIdentifier", TEXT, "sor:entryName")),
            optional("grd:Address", ADDRESS),
            optional("grd:UnstructuredAddress", UNSTRUCTURED_ADDRESS));

    static final Sequence CONTENT_DATA = Sequence.of(
            optional("grd:CPRdata", pair("grd:cprNumber", TEXT, "grd:name")),
            optional("grd:CVRdata", pair("grd:cvrNumber", TEXT, "grd:companyName")),
            optional("dmv:MotorVehicle", pair("dmv:licenseNumber", LICENSE_NUMBER, "dmv:chassisNumber")),
            optional("grd:PropertyNumber", Sequence.of(one("grd:propertyNumber", TEXT))),
            optional("memo:CaseID", Sequence.of(one("memo:caseID", TEXT), one("memo:caseSystem", TEXT))),
            optional("kle:KLEdata", classification("kle:", "kle:subjectKey")),
            optional("form:FORMdata", classification("form:", "form:taskKey")),
            optional("grd:ProductionUnit", PRODUCTION_UNIT),
            optional("udd:Education", pair("udd:educationCode", TEXT, "udd:educationName")),
            optional("grd:Address", ADDRESS),
            optional("grd:UnstructuredAddress", UNSTRUCTURED_ADDRESS),
            several(
                    "memo:AdditionalContentData",
                    Sequence.of(
                            optional("memo:contentDataType", TEXT),
                            one("memo:contentDataName", TEXT),
                            one("memo:contentDataValue", TEXT))));

    private SubjectGrammar() {}

    private static Sequence pair(String required, TextKind kind, String name) {
        return Sequence.of(one(required, kind), optional(name, TEXT));
    }

    private static Sequence classification(String prefix, String key) {
        return Sequence.of(
                one(key, TEXT),
                one(prefix + "version", TEXT),
                optional(prefix + "activityFacet", TEXT),
                one(prefix + "label", TEXT));
    }
}
