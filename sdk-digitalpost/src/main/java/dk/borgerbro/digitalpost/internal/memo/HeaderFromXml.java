package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.AdditionalReplyData;
import dk.borgerbro.digitalpost.memo.ForwardData;
import dk.borgerbro.digitalpost.memo.MessageHeader;
import dk.borgerbro.digitalpost.memo.MessageType;
import dk.borgerbro.digitalpost.memo.ReplyData;

/** The header, as {@link MessageWalk} writes it. */
final class HeaderFromXml {
    private HeaderFromXml() {}

    static MessageHeader header(Node node) {
        MessageHeader.Builder header = MessageHeader.builder(
                MessageType.of(node.text("memo:messageType")),
                node.uuid("memo:messageUUID"),
                node.text("memo:label"),
                PartyFromXml.sender(node.part("memo:Sender")),
                PartyFromXml.recipient(node.part("memo:Recipient")));
        node.text("memo:messageID", header::messageId);
        node.text("memo:messageCode", header::messageCode);
        node.text("memo:notification", header::notification);
        node.text("memo:additionalNotification", header::additionalNotification);
        node.flag("memo:reply", header::reply);
        node.time("memo:replyByDateTime", header::replyByDateTime);
        node.date("memo:doNotDeliverUntilDate", header::doNotDeliverUntilDate);
        node.flag("memo:mandatory", header::mandatory);
        node.flag("memo:legalNotification", header::legalNotification);
        node.text("memo:postType", header::postType);
        node.part("memo:ContentData", data -> header.contentData(ContentDataFromXml.contentData(data)));
        node.part("memo:ForwardData", data -> header.forwardData(forwardData(data)));
        return header.replyData(node.each("memo:ReplyData", HeaderFromXml::replyData))
                .build();
    }

    private static ForwardData forwardData(Node node) {
        ForwardData.Builder forward = ForwardData.builder(
                node.uuid("memo:messageUUID"),
                node.time("memo:originalMessageDateTime"),
                node.text("memo:originalSender"));
        node.text("memo:originalContentResponsible", forward::originalContentResponsible);
        node.text("memo:originalRepresentative", forward::originalRepresentative);
        node.text("memo:contactPointID", forward::contactPointId);
        node.text("memo:comment", forward::comment);
        return forward.build();
    }

    private static ReplyData replyData(Node node) {
        ReplyData.Builder reply = ReplyData.builder(node.uuid("memo:messageUUID"));
        node.text("memo:messageID", reply::messageId);
        node.uuid("memo:replyUUID", reply::replyUuid);
        node.text("memo:senderID", reply::senderId);
        node.text("memo:recipientID", reply::recipientId);
        node.text("memo:caseID", reply::caseId);
        node.text("memo:contactPointID", reply::contactPointId);
        node.text("memo:generatingSystemID", reply::generatingSystemId);
        node.text("memo:comment", reply::comment);
        return reply.additionalReplyData(node.each(
                        "memo:AdditionalReplyData",
                        data -> new AdditionalReplyData(data.text("memo:label"), data.text("memo:value"))))
                .build();
    }
}
