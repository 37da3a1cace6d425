package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.digitalpost.memo.IdType;
import dk.borgerbro.digitalpost.memo.MemoValidator;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import dk.borgerbro.digitalpost.memo.Message;
import dk.borgerbro.digitalpost.memo.MessageHeader;
import dk.borgerbro.digitalpost.memo.MessageType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** All rules about a message that is to be sent. */
public final class MessageRules {
    private static final String HEADER = "/Message/MessageHeader";
    private static final Pattern CPR = Pattern.compile("[0-9]{10}");
    private static final Pattern CVR = Pattern.compile("[0-9]{8}");

    private final Message message;
    private final MemoValidator policy;
    private final List<Finding> findings = new ArrayList<>();

    private MessageRules(Message message, MemoValidator policy) {
        this.message = message;
        this.policy = policy;
    }

    /** {@return all findings, errors and warnings, in the order of the message} */
    public static List<Finding> check(Message message, MemoValidator policy, FileSizes sizes) {
        return check(message, policy, sizes, policy.opensDocuments() ? FileStarts.opening() : FileStarts.unknown());
    }

    static List<Finding> check(Message message, MemoValidator policy, FileSizes sizes, FileStarts starts) {
        MessageRules rules = new MessageRules(message, policy);
        FileTypeRules types = new FileTypeRules(policy.fileTypes(), policy.fileTypeSeverity(), starts, rules.findings);
        try {
            MessageWalk.walk(message, new CheckSink(sizes, types, rules.findings));
        } catch (IOException e) {
            throw new IllegalStateException("the checks read nothing", e);
        }
        rules.header(message.header());
        rules.type();
        message.body().ifPresent(body -> BodyRules.check(body, rules.findings));
        SizeRules.check(message, policy.limits(), sizes, rules.findings);
        return List.copyOf(rules.findings);
    }

    private void header(MessageHeader header) {
        id(
                HEADER + "/Sender",
                "senderID",
                header.sender().idType(),
                header.sender().senderId());
        id(
                HEADER + "/Recipient",
                "recipientID",
                header.recipient().idType(),
                header.recipient().recipientId());
        if (header.mandatory() && !policy.allowsMandatoryPost()) {
            error("V21", HEADER + "/mandatory", "is set, but the client was not told that the permission is there");
        }
        if (header.legalNotification() && !policy.allowsLegalNotification()) {
            error(
                    "V21",
                    HEADER + "/legalNotification",
                    "is set, but the client was not told that the permission is there");
        }
        header.sender()
                .contactPoint()
                .ifPresent(point -> most(
                        HEADER + "/Sender/ContactPoint/ContactInfo",
                        point.contactInfo().size(),
                        2));
        header.recipient()
                .contactPoint()
                .ifPresent(point -> most(
                        HEADER + "/Recipient/ContactPoint/ContactInfo",
                        point.contactInfo().size(),
                        2));
        header.contentData()
                .ifPresent(data -> most(
                        HEADER + "/ContentData/AdditionalContentData",
                        data.additionalContentData().size(),
                        10));
        for (int i = 0; i < header.replyData().size(); i++) {
            String index = header.replyData().size() == 1 ? "" : "[" + (i + 1) + "]";
            most(
                    HEADER + "/ReplyData" + index + "/AdditionalReplyData",
                    header.replyData().get(i).additionalReplyData().size(),
                    4);
        }
        if (message.version() == MemoVersion.V1_1) {
            if (header.sender().representative().isPresent()) {
                error("V09", HEADER + "/Sender/Representative", "exists in MeMo 1.2 only; leave it out or write 1.2");
            }
            if (header.forwardData().flatMap(f -> f.originalRepresentative()).isPresent()) {
                error(
                        "V09",
                        HEADER + "/ForwardData/originalRepresentative",
                        "exists in MeMo 1.2 only; leave it out or write 1.2");
            }
        }
    }

    private void id(String path, String element, IdType type, String id) {
        String kind = type.text().toUpperCase(Locale.ROOT);
        boolean cpr = kind.equals("CPR");
        if (!cpr && !kind.equals("CVR")) {
            error("V14", path + "/idType", "must be CPR or CVR");
            return;
        }
        if (!type.isKnown()) {
            findings.add(Finding.warning("V14w", path + "/idType", "should be written in capital letters"));
        }
        if (!(cpr ? CPR : CVR).matcher(id).matches()) {
            error("V14", path + "/" + element, "must be " + (cpr ? "10 digits (CPR)" : "8 digits (CVR)"));
        }
    }

    private void type() {
        boolean hasBody = message.body().isPresent();
        if (!message.header().messageType().equals(MessageType.NEMSMS)) {
            if (!hasBody && message.header().messageType().equals(MessageType.DIGITALPOST)) {
                error("V15", "/Message/MessageBody", "is missing; a letter needs a document");
            }
            return;
        }
        if (hasBody) {
            error("V15", "/Message/MessageBody", "must be absent; a NemSMS is its notification");
        }
        if (message.header().notification().filter(text -> !text.isBlank()).isEmpty()) {
            error("V15", HEADER + "/notification", "is missing; it is the text of a NemSMS");
        }
    }

    private void most(String path, int count, int most) {
        if (count > most) {
            error("V13", path, "stands " + count + " times; at most " + most + " are allowed");
        }
    }

    private void error(String rule, String path, String message) {
        findings.add(Finding.error(rule, path, message));
    }
}
