package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.digitalpost.memo.File;
import dk.borgerbro.digitalpost.memo.MemoLimits;
import dk.borgerbro.digitalpost.memo.Message;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Rule V16, as far as the sizes are known. */
final class SizeRules {
    private static final String BODY = "/Message/MessageBody";

    private SizeRules() {}

    static void check(Message message, MemoLimits limits, FileSizes sizes, List<Finding> findings) {
        int attachments =
                message.body().map(body -> body.additionalDocuments().size()).orElse(0);
        if (attachments > limits.additionalDocuments()) {
            findings.add(Finding.error(
                    "V16",
                    BODY + "/AdditionalDocument",
                    "stands " + attachments + " times; at most " + limits.additionalDocuments() + " are allowed"));
        }
        long content = 0;
        long encoded = 0;
        for (File file : MessageFiles.of(message)) {
            long size = known(file, sizes);
            content += size;
            encoded += MemoXml.encodedLength(size);
        }
        if (content > limits.contentBytes()) {
            findings.add(Finding.error(
                    "V16",
                    BODY,
                    "holds documents of " + content + " bytes; at most " + limits.contentBytes() + " may be sent"));
        } else if (encoded > limits.messageBytes()) {
            findings.add(tooLarge("takes more than " + encoded, limits));
        }
    }

    /** Checks a message that lies there as it would be sent. */
    static Optional<Finding> check(long messageBytes, MemoLimits limits) {
        return messageBytes > limits.messageBytes()
                ? Optional.of(tooLarge("takes " + messageBytes, limits))
                : Optional.empty();
    }

    private static Finding tooLarge(String takes, MemoLimits limits) {
        return Finding.error("V16", "/Message", takes + " bytes; at most " + limits.messageBytes() + " may be sent");
    }

    private static long known(File file, FileSizes sizes) {
        try {
            return sizes.of(file).orElse(0);
        } catch (IOException e) {
            return 0; // found by V17 already
        }
    }
}
