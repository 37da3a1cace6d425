package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.AdditionalContentData;
import dk.borgerbro.digitalpost.memo.ContentData;
import dk.borgerbro.digitalpost.memo.CprData;
import dk.borgerbro.digitalpost.memo.CvrData;
import dk.borgerbro.digitalpost.memo.Education;
import dk.borgerbro.digitalpost.memo.FormData;
import dk.borgerbro.digitalpost.memo.KleData;
import dk.borgerbro.digitalpost.memo.MotorVehicle;
import java.io.IOException;

/** What a message is about. */
final class ContentDataWalk extends Walk {
    private final PlaceWalk places;

    ContentDataWalk(MemoSink sink) {
        super(sink);
        this.places = new PlaceWalk(sink);
    }

    void contentData(ContentData data) throws IOException {
        part("grd:CPRdata", data, ContentData::cprData, cpr -> {
            text("grd:cprNumber", cpr.cprNumber());
            text("grd:name", cpr, CprData::name);
        });
        part("grd:CVRdata", data, ContentData::cvrData, cvr -> {
            text("grd:cvrNumber", cvr.cvrNumber());
            text("grd:companyName", cvr, CvrData::companyName);
        });
        part("dmv:MotorVehicle", data, ContentData::motorVehicle, vehicle -> {
            sink.text("dmv:licenseNumber", TextKind.LICENSE_NUMBER, vehicle.licenseNumber());
            text("dmv:chassisNumber", vehicle, MotorVehicle::chassisNumber);
        });
        part("grd:PropertyNumber", data, ContentData::propertyNumber, number -> text("grd:propertyNumber", number));
        part("memo:CaseID", data, ContentData::caseId, id -> {
            text("memo:caseID", id.caseId());
            text("memo:caseSystem", id.caseSystem());
        });
        part("kle:KLEdata", data, ContentData::kleData, kle -> {
            text("kle:subjectKey", kle.subjectKey());
            text("kle:version", kle.version());
            text("kle:activityFacet", kle, KleData::activityFacet);
            text("kle:label", kle.label());
        });
        part("form:FORMdata", data, ContentData::formData, form -> {
            text("form:taskKey", form.taskKey());
            text("form:version", form.version());
            text("form:activityFacet", form, FormData::activityFacet);
            text("form:label", form.label());
        });
        part("grd:ProductionUnit", data, ContentData::productionUnit, places::productionUnit);
        part("udd:Education", data, ContentData::education, education -> {
            text("udd:educationCode", education.educationCode());
            text("udd:educationName", education, Education::educationName);
        });
        part("grd:Address", data, ContentData::address, places::address);
        part("grd:UnstructuredAddress", data, ContentData::unstructuredAddress, text -> text("grd:unstructured", text));
        each("memo:AdditionalContentData", data.additionalContentData(), value -> {
            text("memo:contentDataType", value, AdditionalContentData::contentDataType);
            text("memo:contentDataName", value.contentDataName());
            text("memo:contentDataValue", value.contentDataValue());
        });
    }
}
