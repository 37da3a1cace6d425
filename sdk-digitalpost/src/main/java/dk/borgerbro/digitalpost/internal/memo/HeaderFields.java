package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.support.xml.XmlReader;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collects the few header fields that sending needs, and what is wrong with them (V01, V02, V04). */
final class HeaderFields {
    private static final Pattern UUID_V4 =
            Pattern.compile("[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-4[a-fA-F0-9]{3}-[aAbB89][a-fA-F0-9]{3}-[a-fA-F0-9]{12}");
    private static final Pattern VERSION = Pattern.compile("\\+?[0-9]{1,9}(\\.[0-9]{0,9})?");

    private final List<Finding> findings = new ArrayList<>();
    private MemoVersion version = MemoVersion.V1_2;
    private @Nullable String messageUuid;
    private String messageId = "";
    private boolean mandatory;
    private boolean legalNotification;

    HeaderFields read(XmlReader xml) throws IOException {
        xml.require("memo:Message");
        Optional<MemoVersion> known = version(xml.attribute("memoVersion").orElse(""));
        if (known.isEmpty()) {
            findings.add(Finding.error("V01", "/Message/@memoVersion", "must be 1.1 or 1.2"));
        }
        known.ifPresent(v -> {
            version = v;
            schemaVersion(v, xml.attribute("memoSchVersion").isPresent());
        });
        xml.eachChild(name -> {
            if (name.equals("memo:MessageHeader")) {
                xml.eachChild(field -> header(field, xml));
            } else {
                xml.skip();
            }
        });
        return this;
    }

    private void header(String field, XmlReader xml) throws IOException {
        switch (field) {
            case "memo:messageUUID" -> messageUuid = xml.text().strip();
            case "memo:messageID" -> messageId = xml.text();
            case "memo:mandatory" -> mandatory = flag(xml.text());
            case "memo:legalNotification" -> legalNotification = flag(xml.text());
            default -> xml.skip();
        }
    }

    /** The schema takes any decimal, so 1.20 is 1.2. */
    private static Optional<MemoVersion> version(String text) {
        if (!VERSION.matcher(text.strip()).matches()) {
            return Optional.empty();
        }
        BigDecimal number = new BigDecimal(text.strip());
        for (MemoVersion version : MemoVersion.values()) {
            if (number.compareTo(new BigDecimal(version.text())) == 0) {
                return Optional.of(version);
            }
        }
        return Optional.empty();
    }

    private void schemaVersion(MemoVersion version, boolean present) {
        if (present != (version == MemoVersion.V1_1)) {
            String fix = present ? "exists in 1.1 only; leave it out" : "is required in 1.1; write 1.1.0";
            findings.add(Finding.error("V02", "/Message/@memoSchVersion", fix));
        }
    }

    private static boolean flag(String text) {
        return text.strip().equals("true") || text.strip().equals("1");
    }

    List<Finding> findings() {
        List<Finding> all = new ArrayList<>(findings);
        if (messageUuid == null || !UUID_V4.matcher(messageUuid).matches()) {
            all.add(Finding.error(
                    "V04", "/Message/MessageHeader/messageUUID", "must be there and be a version-4 UUID"));
        }
        return all;
    }

    MemoVersion version() {
        return version;
    }

    String messageUuid() {
        return messageUuid == null ? "" : messageUuid;
    }

    String messageId() {
        return messageId;
    }

    boolean mandatory() {
        return mandatory;
    }

    boolean legalNotification() {
        return legalNotification;
    }
}
