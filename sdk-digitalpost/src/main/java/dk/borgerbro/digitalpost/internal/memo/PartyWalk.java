package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.AttentionData;
import dk.borgerbro.digitalpost.memo.AttentionPerson;
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
import java.io.IOException;

/** Sender and recipient. */
final class PartyWalk extends Walk {
    private final boolean knowsRepresentatives;
    private final PlaceWalk places;

    PartyWalk(MemoSink sink, boolean knowsRepresentatives) {
        super(sink);
        this.knowsRepresentatives = knowsRepresentatives;
        this.places = new PlaceWalk(sink);
    }

    void sender(Sender sender) throws IOException {
        text("memo:senderID", sender.senderId());
        text("memo:idType", sender.idType().text());
        text("memo:idTypeLabel", sender, Sender::idTypeLabel);
        sink.text("memo:label", TextKind.REQUIRED_TEXT, sender.label());
        part("memo:AttentionData", sender, Sender::attentionData, this::attentionData);
        part("memo:ContactPoint", sender, Sender::contactPoint, this::contactPoint);
        if (knowsRepresentatives) {
            part("memo:Representative", sender, Sender::representative, this::representative);
        }
    }

    void recipient(Recipient recipient) throws IOException {
        text("memo:recipientID", recipient.recipientId());
        text("memo:idType", recipient.idType().text());
        text("memo:idTypeLabel", recipient, Recipient::idTypeLabel);
        text("memo:label", recipient, Recipient::label);
        part("memo:AttentionData", recipient, Recipient::attentionData, this::attentionData);
        part("memo:ContactPoint", recipient, Recipient::contactPoint, this::contactPoint);
    }

    private void representative(Representative representative) throws IOException {
        text("memo:representativeID", representative, Representative::representativeId);
        text("memo:idType", representative, value -> value.idType().map(IdType::text));
        text("memo:idTypeLabel", representative, Representative::idTypeLabel);
        text("memo:label", representative, Representative::label);
    }

    private void contactPoint(ContactPoint point) throws IOException {
        text("memo:contactGroup", point, ContactPoint::contactGroup);
        sink.text("memo:contactPointID", TextKind.CONTACT_POINT, point.contactPointId());
        text("memo:label", point, ContactPoint::label);
        each("memo:ContactInfo", point.contactInfo(), info -> {
            text("memo:label", info.label());
            text("memo:value", info.value());
        });
    }

    private void attentionData(AttentionData attention) throws IOException {
        part("memo:AttentionPerson", attention, AttentionData::attentionPerson, person -> {
            text("memo:personID", person, AttentionPerson::personId);
            text("memo:label", person, AttentionPerson::label);
        });
        part("grd:ProductionUnit", attention, AttentionData::productionUnit, places::productionUnit);
        part("gln:GlobalLocationNumber", attention, AttentionData::globalLocationNumber, gln -> {
            sink.text("gln:globalLocationNumber", TextKind.GLN, gln.globalLocationNumber());
            text("gln:location", gln, GlobalLocationNumber::location);
        });
        part("memo:EMail", attention, AttentionData::email, email -> {
            text("memo:emailAddress", email.emailAddress());
            text("memo:relatedAgent", email, Email::relatedAgent);
        });
        part("grd:SEnumber", attention, AttentionData::seNumber, se -> {
            text("grd:seNumber", se.seNumber());
            text("grd:companyName", se, SeNumberData::companyName);
        });
        part("memo:Telephone", attention, AttentionData::telephone, telephone -> {
            text("memo:telephoneNumber", telephone.telephoneNumber());
            text("memo:relatedAgent", telephone, Telephone::relatedAgent);
        });
        part("grd:EID", attention, AttentionData::eid, eid -> {
            text("grd:eID", eid.eid());
            text("grd:label", eid, Eid::label);
        });
        part("memo:ContentResponsible", attention, AttentionData::contentResponsible, unit -> {
            text("memo:contentResponsibleID", unit, ContentResponsible::contentResponsibleId);
            text("memo:label", unit, ContentResponsible::label);
        });
        part("memo:GeneratingSystem", attention, AttentionData::generatingSystem, system -> {
            text("memo:generatingSystemID", system.generatingSystemId());
            text("memo:label", system, GeneratingSystem::label);
        });
        part("sor:SORdata", attention, AttentionData::sorData, sor -> {
            text("sor:sorIdentifier", sor.sorIdentifier());
            text("sor:entryName", sor, SorData::entryName);
        });
        part("grd:Address", attention, AttentionData::address, places::address);
        part(
                "grd:UnstructuredAddress",
                attention,
                AttentionData::unstructuredAddress,
                text -> text("grd:unstructured", text));
    }
}
