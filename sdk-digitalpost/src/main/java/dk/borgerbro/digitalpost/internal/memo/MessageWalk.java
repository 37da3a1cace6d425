package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.ForwardData;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import dk.borgerbro.digitalpost.memo.Message;
import dk.borgerbro.digitalpost.memo.MessageHeader;
import dk.borgerbro.digitalpost.memo.ReplyData;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Goes through a message in the order of {@code MeMo_core.xsd}: the one place that knows which element follows which. Whether it is
 * written, measured or checked is the sink's business.
 */
final class MessageWalk extends Walk {
    private final boolean knowsRepresentatives;
    private final boolean writesEveryFlag;
    private final PartyWalk parties;
    private final ContentDataWalk contentData;
    private final BodyWalk body;

    private MessageWalk(MemoSink sink, MemoVersion version) {
        super(sink);
        this.knowsRepresentatives = version == MemoVersion.V1_2;
        this.writesEveryFlag = version == MemoVersion.V1_1;
        this.parties = new PartyWalk(sink, knowsRepresentatives);
        this.contentData = new ContentDataWalk(sink);
        this.body = new BodyWalk(sink);
    }

    /** Feeds the children of {@code Message} to a sink. */
    static void walk(Message message, MemoSink sink) throws IOException {
        MessageWalk walk = new MessageWalk(sink, message.version());
        walk.element("memo:MessageHeader", () -> walk.header(message.header()));
        walk.part("memo:MessageBody", message, Message::body, walk.body::body);
    }

    private void header(MessageHeader header) throws IOException {
        sink.text(
                "memo:messageType", TextKind.MESSAGE_TYPE, header.messageType().text());
        uuid("memo:messageUUID", header.messageUuid());
        text("memo:messageID", header, MessageHeader::messageId);
        text("memo:messageCode", header, MessageHeader::messageCode);
        sink.text("memo:label", TextKind.REQUIRED_TEXT, header.label());
        text("memo:notification", TextKind.NOTIFICATION, header, MessageHeader::notification);
        text("memo:additionalNotification", header, MessageHeader::additionalNotification);
        optionalFlag("memo:reply", header.reply(), false);
        time("memo:replyByDateTime", header, MessageHeader::replyByDateTime);
        Optional<LocalDate> day = header.doNotDeliverUntilDate();
        sink.text(
                "memo:doNotDeliverUntilDate",
                TextKind.DATE,
                day.map(LocalDate::toString).orElse(null));
        optionalFlag("memo:mandatory", header.mandatory(), writesEveryFlag);
        optionalFlag("memo:legalNotification", header.legalNotification(), writesEveryFlag);
        text("memo:postType", header, MessageHeader::postType);
        element("memo:Sender", () -> parties.sender(header.sender()));
        element("memo:Recipient", () -> parties.recipient(header.recipient()));
        part("memo:ContentData", header, MessageHeader::contentData, contentData::contentData);
        part("memo:ForwardData", header, MessageHeader::forwardData, this::forwardData);
        each("memo:ReplyData", header.replyData(), this::replyData);
    }

    /** A flag whose absence means false. */
    private void optionalFlag(String name, boolean value, boolean always) throws IOException {
        if (value || always) {
            flag(name, value);
        }
    }

    private void forwardData(ForwardData forward) throws IOException {
        uuid("memo:messageUUID", forward.messageUuid());
        time("memo:originalMessageDateTime", forward.originalMessageDateTime());
        text("memo:originalSender", forward.originalSender());
        text("memo:originalContentResponsible", forward, ForwardData::originalContentResponsible);
        if (knowsRepresentatives) {
            text("memo:originalRepresentative", forward, ForwardData::originalRepresentative);
        }
        text("memo:contactPointID", TextKind.CONTACT_POINT, forward, ForwardData::contactPointId);
        text("memo:comment", TextKind.COMMENT, forward, ForwardData::comment);
    }

    private void replyData(ReplyData reply) throws IOException {
        text("memo:messageID", reply, ReplyData::messageId);
        uuid("memo:messageUUID", reply.messageUuid());
        if (reply.replyUuid().isPresent()) {
            uuid("memo:replyUUID", reply.replyUuid().get());
        }
        text("memo:senderID", reply, ReplyData::senderId);
        text("memo:recipientID", reply, ReplyData::recipientId);
        text("memo:caseID", reply, ReplyData::caseId);
        text("memo:contactPointID", TextKind.CONTACT_POINT, reply, ReplyData::contactPointId);
        text("memo:generatingSystemID", reply, ReplyData::generatingSystemId);
        text("memo:comment", TextKind.COMMENT, reply, ReplyData::comment);
        each("memo:AdditionalReplyData", reply.additionalReplyData(), value -> {
            text("memo:label", value.label());
            text("memo:value", value.value());
        });
    }
}
