package dk.borgerbro.digitalpost.internal.memo;

import static dk.borgerbro.digitalpost.internal.memo.Part.one;
import static dk.borgerbro.digitalpost.internal.memo.Part.oneIn11;
import static dk.borgerbro.digitalpost.internal.memo.Part.oneOrMore;
import static dk.borgerbro.digitalpost.internal.memo.Part.optional;
import static dk.borgerbro.digitalpost.internal.memo.Part.several;
import static dk.borgerbro.digitalpost.internal.memo.TextKind.COMMENT;
import static dk.borgerbro.digitalpost.internal.memo.TextKind.DATE;
import static dk.borgerbro.digitalpost.internal.memo.TextKind.DATE_TIME;
import static dk.borgerbro.digitalpost.internal.memo.TextKind.FLAG;
import static dk.borgerbro.digitalpost.internal.memo.TextKind.HTTPS_ADDRESS;
import static dk.borgerbro.digitalpost.internal.memo.TextKind.LANGUAGE;
import static dk.borgerbro.digitalpost.internal.memo.TextKind.MESSAGE_TYPE;
import static dk.borgerbro.digitalpost.internal.memo.TextKind.NOTIFICATION;
import static dk.borgerbro.digitalpost.internal.memo.TextKind.TEXT;
import static dk.borgerbro.digitalpost.internal.memo.TextKind.UUID_V4;

/**
 * {@code MeMo_core.xsd} as tables, for 1.1 and 1.2 together: what only 1.2 has (representatives) is optional here and rule V09's
 * business, and what 1.1 demands is marked as such.
 */
final class Grammar {
    private static final Sequence CONTACT_POINT = Sequence.of(
            optional("memo:contactGroup", TEXT),
            one("memo:contactPointID", TEXT),
            optional("memo:label", TEXT),
            several("memo:ContactInfo", Sequence.of(one("memo:label", TEXT), one("memo:value", TEXT))));

    private static final Sequence SENDER = Sequence.of(
            one("memo:senderID", TEXT),
            one("memo:idType", TEXT),
            optional("memo:idTypeLabel", TEXT),
            one("memo:label", TEXT),
            optional("memo:AttentionData", SubjectGrammar.ATTENTION_DATA),
            optional("memo:ContactPoint", CONTACT_POINT),
            optional(
                    "memo:Representative",
                    Sequence.of(
                            optional("memo:representativeID", TEXT),
                            optional("memo:idType", TEXT),
                            optional("memo:idTypeLabel", TEXT),
                            optional("memo:label", TEXT))));

    private static final Sequence RECIPIENT = Sequence.of(
            one("memo:recipientID", TEXT),
            one("memo:idType", TEXT),
            optional("memo:idTypeLabel", TEXT),
            optional("memo:label", TEXT),
            optional("memo:AttentionData", SubjectGrammar.ATTENTION_DATA),
            optional("memo:ContactPoint", CONTACT_POINT));

    private static final Sequence FORWARD_DATA = Sequence.of(
            one("memo:messageUUID", UUID_V4),
            one("memo:originalMessageDateTime", DATE_TIME),
            one("memo:originalSender", TEXT),
            optional("memo:originalContentResponsible", TEXT),
            optional("memo:originalRepresentative", TEXT),
            optional("memo:contactPointID", TEXT),
            optional("memo:comment", COMMENT));

    private static final Sequence REPLY_DATA = Sequence.of(
            optional("memo:messageID", TEXT),
            one("memo:messageUUID", UUID_V4),
            optional("memo:replyUUID", UUID_V4),
            optional("memo:senderID", TEXT),
            optional("memo:recipientID", TEXT),
            optional("memo:caseID", TEXT),
            optional("memo:contactPointID", TEXT),
            optional("memo:generatingSystemID", TEXT),
            optional("memo:comment", COMMENT),
            several("memo:AdditionalReplyData", Sequence.of(one("memo:label", TEXT), one("memo:value", TEXT))));

    private static final Sequence HEADER = Sequence.of(
            one("memo:messageType", MESSAGE_TYPE),
            one("memo:messageUUID", UUID_V4),
            optional("memo:messageID", TEXT),
            optional("memo:messageCode", TEXT),
            one("memo:label", TEXT),
            optional("memo:notification", NOTIFICATION),
            optional("memo:additionalNotification", TEXT),
            optional("memo:reply", FLAG),
            optional("memo:replyByDateTime", DATE_TIME),
            optional("memo:doNotDeliverUntilDate", DATE),
            oneIn11("memo:mandatory", FLAG),
            oneIn11("memo:legalNotification", FLAG),
            optional("memo:postType", TEXT),
            one("memo:Sender", SENDER),
            one("memo:Recipient", RECIPIENT),
            optional("memo:ContentData", SubjectGrammar.CONTENT_DATA),
            optional("memo:ForwardData", FORWARD_DATA),
            several("memo:ReplyData", REPLY_DATA));

    private static final Sequence FILE = Sequence.of(
            one("memo:encodingFormat", TEXT),
            one("memo:filename", TEXT),
            one("memo:language", LANGUAGE),
            one("memo:content", FileContent.BASE64));

    private static final Sequence RESERVATION = Sequence.of(
            one("memo:description", TEXT),
            one("memo:reservationUUID", UUID_V4),
            one("memo:abstract", TEXT),
            one("memo:location", TEXT),
            one("memo:startDateTime", DATE_TIME),
            one("memo:endDateTime", DATE_TIME),
            optional("memo:organizerMail", TEXT),
            optional("memo:organizerName", TEXT));

    /** Reservation or entry point: rule V12 sees to it that there are not both. */
    private static final Sequence ACTION = Sequence.of(
            one("memo:label", TEXT),
            one("memo:actionCode", TEXT),
            optional("memo:startDateTime", DATE_TIME),
            optional("memo:endDateTime", DATE_TIME),
            optional("memo:Reservation", RESERVATION),
            optional("memo:EntryPoint", Sequence.of(one("memo:url", HTTPS_ADDRESS))));

    private static final Sequence BODY = Sequence.of(
            one("memo:createdDateTime", DATE_TIME),
            one("memo:MainDocument", document("memo:mainDocumentID", several("memo:Action", ACTION))),
            several("memo:AdditionalDocument", document("memo:additionalDocumentID", several("memo:Action", ACTION))),
            several("memo:TechnicalDocument", document("memo:technicalDocumentID")));

    static final Sequence MESSAGE = Sequence.of(one("memo:MessageHeader", HEADER), optional("memo:MessageBody", BODY));

    private Grammar() {}

    private static Sequence document(String id, Part... actions) {
        Part[] parts = new Part[3 + actions.length];
        parts[0] = optional(id, TEXT);
        parts[1] = optional("memo:label", TEXT);
        parts[2] = oneOrMore("memo:File", FILE);
        System.arraycopy(actions, 0, parts, 3, actions.length);
        return Sequence.of(parts);
    }
}
