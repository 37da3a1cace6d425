package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.digitalpost.memo.ConvertedMessage;
import dk.borgerbro.digitalpost.memo.ForwardData;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import dk.borgerbro.digitalpost.memo.Message;
import dk.borgerbro.digitalpost.memo.MessageHeader;
import dk.borgerbro.digitalpost.memo.Sender;
import java.util.ArrayList;
import java.util.List;

/** From one version of MeMo to the other; the differences are listed in docs/conformance/digital-post.md. */
public final class VersionChange {
    private static final String HEADER = "/Message/MessageHeader";
    private static final int NOTIFICATION_OF_1_1 = 150;

    private VersionChange() {}

    /** {@return the message in a version, and what that cannot carry} */
    public static ConvertedMessage to(MemoVersion version, Message message) {
        if (version == message.version()) {
            return new ConvertedMessage(message, List.of());
        }
        Message.Builder changed = message.toBuilder().version(version);
        List<Finding> lost = new ArrayList<>();
        if (version == MemoVersion.V1_1) {
            changed.header(withoutRepresentatives(message.header(), lost));
            notification(message.header(), lost);
        }
        return new ConvertedMessage(changed.build(), lost);
    }

    private static MessageHeader withoutRepresentatives(MessageHeader header, List<Finding> lost) {
        MessageHeader.Builder changed = header.toBuilder();
        if (header.sender().representative().isPresent()) {
            lost.add(unknown(HEADER + "/Sender/Representative"));
            changed.sender(copy(header.sender()));
        }
        header.forwardData()
                .filter(forward -> forward.originalRepresentative().isPresent())
                .ifPresent(forward -> {
                    lost.add(unknown(HEADER + "/ForwardData/originalRepresentative"));
                    changed.forwardData(copy(forward));
                });
        return changed.build();
    }

    /** Builders take no absent values, so what stays is copied. */
    private static Sender copy(Sender sender) {
        Sender.Builder copy = Sender.builder(sender.senderId(), sender.idType(), sender.label());
        sender.idTypeLabel().ifPresent(copy::idTypeLabel);
        sender.attentionData().ifPresent(copy::attentionData);
        sender.contactPoint().ifPresent(copy::contactPoint);
        return copy.build();
    }

    private static ForwardData copy(ForwardData forward) {
        ForwardData.Builder copy =
                ForwardData.builder(forward.messageUuid(), forward.originalMessageDateTime(), forward.originalSender());
        forward.originalContentResponsible().ifPresent(copy::originalContentResponsible);
        forward.contactPointId().ifPresent(copy::contactPointId);
        forward.comment().ifPresent(copy::comment);
        return copy.build();
    }

    private static void notification(MessageHeader header, List<Finding> lost) {
        header.notification()
                .filter(text -> text.codePointCount(0, text.length()) > NOTIFICATION_OF_1_1)
                .ifPresent(text -> lost.add(Finding.warning(
                        "V06w",
                        HEADER + "/notification",
                        "is longer than the " + NOTIFICATION_OF_1_1
                                + " characters that the agency's own schema of 1.1 allows; it was kept")));
    }

    private static Finding unknown(String path) {
        return Finding.warning("V09", path, "exists in MeMo 1.2 only; it was left out");
    }
}
