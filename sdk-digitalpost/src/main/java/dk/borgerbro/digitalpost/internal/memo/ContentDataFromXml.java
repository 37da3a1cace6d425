package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.AdditionalContentData;
import dk.borgerbro.digitalpost.memo.CaseId;
import dk.borgerbro.digitalpost.memo.ContentData;
import dk.borgerbro.digitalpost.memo.CprData;
import dk.borgerbro.digitalpost.memo.CvrData;
import dk.borgerbro.digitalpost.memo.Education;
import dk.borgerbro.digitalpost.memo.FormData;
import dk.borgerbro.digitalpost.memo.KleData;
import dk.borgerbro.digitalpost.memo.MotorVehicle;

/** What a message is about, as {@link ContentDataWalk} writes it. */
final class ContentDataFromXml {
    private ContentDataFromXml() {}

    static ContentData contentData(Node node) {
        ContentData.Builder data = ContentData.builder();
        node.part("grd:CPRdata", cpr -> data.cprData(cpr.pair("grd:cprNumber", CprData::of, "grd:name", CprData::of)));
        node.part(
                "grd:CVRdata",
                cvr -> data.cvrData(cvr.pair("grd:cvrNumber", CvrData::of, "grd:companyName", CvrData::of)));
        node.part(
                "dmv:MotorVehicle",
                vehicle -> data.motorVehicle(
                        vehicle.pair("dmv:licenseNumber", MotorVehicle::of, "dmv:chassisNumber", MotorVehicle::of)));
        node.part("grd:PropertyNumber", number -> data.propertyNumber(number.text("grd:propertyNumber")));
        node.part("memo:CaseID", id -> data.caseId(new CaseId(id.text("memo:caseID"), id.text("memo:caseSystem"))));
        node.part("kle:KLEdata", kle -> data.kleData(kle(kle)));
        node.part("form:FORMdata", form -> data.formData(form(form)));
        node.part("grd:ProductionUnit", unit -> data.productionUnit(PlaceFromXml.productionUnit(unit)));
        node.part(
                "udd:Education",
                education -> data.education(
                        education.pair("udd:educationCode", Education::of, "udd:educationName", Education::of)));
        node.part("grd:Address", address -> data.address(PlaceFromXml.address(address)));
        node.part("grd:UnstructuredAddress", text -> data.unstructuredAddress(text.text("grd:unstructured")));
        return data.additionalContentData(node.each("memo:AdditionalContentData", ContentDataFromXml::additional))
                .build();
    }

    private static KleData kle(Node node) {
        KleData.Builder kle =
                KleData.builder(node.text("kle:subjectKey"), node.text("kle:version"), node.text("kle:label"));
        node.text("kle:activityFacet", kle::activityFacet);
        return kle.build();
    }

    private static FormData form(Node node) {
        FormData.Builder form =
                FormData.builder(node.text("form:taskKey"), node.text("form:version"), node.text("form:label"));
        node.text("form:activityFacet", form::activityFacet);
        return form.build();
    }

    private static AdditionalContentData additional(Node node) {
        AdditionalContentData.Builder data =
                AdditionalContentData.builder(node.text("memo:contentDataName"), node.text("memo:contentDataValue"));
        node.text("memo:contentDataType", data::contentDataType);
        return data.build();
    }
}
