package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.AttentionData;
import dk.borgerbro.digitalpost.memo.AttentionPerson;
import dk.borgerbro.digitalpost.memo.ContactInfo;
import dk.borgerbro.digitalpost.memo.ContactPoint;
import dk.borgerbro.digitalpost.memo.ContentResponsible;
import dk.borgerbro.digitalpost.memo.Eid;
import dk.borgerbro.digitalpost.memo.Email;
import dk.borgerbro.digitalpost.memo.GeneratingSystem;
import dk.borgerbro.digitalpost.memo.GlobalLocationNumber;
import dk.borgerbro.digitalpost.memo.IdType;
import dk.borgerbro.digitalpost.memo.Recipient;
import dk.borgerbro.digitalpost.memo.Representative;
import dk.borgerbro.digitalpost.memo.SeNumberData;
import dk.borgerbro.digitalpost.memo.Sender;
import dk.borgerbro.digitalpost.memo.SorData;
import dk.borgerbro.digitalpost.memo.Telephone;

/** Sender and recipient, as {@link PartyWalk} writes them. */
final class PartyFromXml {
    private PartyFromXml() {}

    static Sender sender(Node node) {
        Sender.Builder sender = Sender.builder(
                node.text("memo:senderID"), IdType.of(node.text("memo:idType")), node.text("memo:label"));
        node.text("memo:idTypeLabel", sender::idTypeLabel);
        node.part("memo:AttentionData", data -> sender.attentionData(attentionData(data)));
        node.part("memo:ContactPoint", point -> sender.contactPoint(contactPoint(point)));
        node.part("memo:Representative", other -> sender.representative(representative(other)));
        return sender.build();
    }

    static Recipient recipient(Node node) {
        Recipient.Builder recipient =
                Recipient.builder(node.text("memo:recipientID"), IdType.of(node.text("memo:idType")));
        node.text("memo:idTypeLabel", recipient::idTypeLabel);
        node.text("memo:label", recipient::label);
        node.part("memo:AttentionData", data -> recipient.attentionData(attentionData(data)));
        node.part("memo:ContactPoint", point -> recipient.contactPoint(contactPoint(point)));
        return recipient.build();
    }

    private static Representative representative(Node node) {
        Representative.Builder representative = Representative.builder();
        node.text("memo:representativeID", representative::representativeId);
        node.text("memo:idType", type -> representative.idType(IdType.of(type)));
        node.text("memo:idTypeLabel", representative::idTypeLabel);
        node.text("memo:label", representative::label);
        return representative.build();
    }

    private static ContactPoint contactPoint(Node node) {
        ContactPoint.Builder point = ContactPoint.builder(node.text("memo:contactPointID"));
        node.text("memo:contactGroup", point::contactGroup);
        node.text("memo:label", point::label);
        return point.contactInfo(node.each(
                        "memo:ContactInfo", info -> new ContactInfo(info.text("memo:label"), info.text("memo:value"))))
                .build();
    }

    private static AttentionData attentionData(Node node) {
        AttentionData.Builder data = AttentionData.builder();
        node.part("memo:AttentionPerson", person -> data.attentionPerson(attentionPerson(person)));
        node.part("grd:ProductionUnit", unit -> data.productionUnit(PlaceFromXml.productionUnit(unit)));
        node.part(
                "gln:GlobalLocationNumber",
                gln -> data.globalLocationNumber(gln.pair(
                        "gln:globalLocationNumber",
                        GlobalLocationNumber::of,
                        "gln:location",
                        GlobalLocationNumber::of)));
        node.part(
                "memo:EMail",
                email -> data.email(email.pair("memo:emailAddress", Email::of, "memo:relatedAgent", Email::of)));
        node.part(
                "grd:SEnumber",
                se -> data.seNumber(se.pair("grd:seNumber", SeNumberData::of, "grd:companyName", SeNumberData::of)));
        node.part(
                "memo:Telephone",
                telephone -> data.telephone(
                        telephone.pair("memo:telephoneNumber", Telephone::of, "memo:relatedAgent", Telephone::of)));
        node.part("grd:EID", eid -> data.eid(eid.pair("grd:eID", Eid::of, "grd:label", Eid::of)));
        node.part("memo:ContentResponsible", unit -> data.contentResponsible(contentResponsible(unit)));
        node.part(
                "memo:GeneratingSystem",
                system -> data.generatingSystem(system.pair(
                        "memo:generatingSystemID", GeneratingSystem::of, "memo:label", GeneratingSystem::of)));
        node.part(
                "sor:SORdata",
                sor -> data.sorData(sor.pair("sor:sorIdentifier", SorData::of, "sor:entryName", SorData::of)));
        node.part("grd:Address", address -> data.address(PlaceFromXml.address(address)));
        node.part("grd:UnstructuredAddress", text -> data.unstructuredAddress(text.text("grd:unstructured")));
        return data.build();
    }

    private static AttentionPerson attentionPerson(Node node) {
        AttentionPerson.Builder person = AttentionPerson.builder();
        node.text("memo:personID", person::personId);
        node.text("memo:label", person::label);
        return person.build();
    }

    private static ContentResponsible contentResponsible(Node node) {
        ContentResponsible.Builder unit = ContentResponsible.builder();
        node.text("memo:contentResponsibleID", unit::contentResponsibleId);
        node.text("memo:label", unit::label);
        return unit.build();
    }
}
