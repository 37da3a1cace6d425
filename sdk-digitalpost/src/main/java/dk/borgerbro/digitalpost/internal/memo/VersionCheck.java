package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.support.xml.XmlReader;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The attributes of the root: V01, V02. Versions are decimals, so that 1.20 is 1.2. A message of a version that is not known is read as
 * 1.2, which demands least.
 *
 * @param text the version as it stands, empty if it is no number
 */
record VersionCheck(MemoVersion version, String text) {
    static final VersionCheck UNKNOWN = new VersionCheck(MemoVersion.V1_2, "");

    private static final String VERSION = "memoVersion";
    private static final String SCHEMA_VERSION = "memoSchVersion";
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(?:[0-9]{1,9}(?:\\.[0-9]{0,9})?|\\.[0-9]{1,9})");
    private static final int LONGEST = 256;

    static VersionCheck of(XmlReader xml, Place message, Oddities oddities) {
        for (String name : xml.attributeNames()) {
            if (!name.equals(VERSION) && !name.equals(SCHEMA_VERSION) && !TreeReader.isSchemaHint(name)) {
                oddities.error("V08", message.stranger("@" + Place.local(name)), "is not known here; leave it out");
            }
        }
        VersionCheck version = version(xml, message.child("@" + VERSION), oddities);
        schemaVersion(version.version, xml, message.child("@" + SCHEMA_VERSION), oddities);
        return version;
    }

    private static VersionCheck version(XmlReader xml, Place place, Oddities oddities) {
        Optional<String> text = xml.attribute(VERSION);
        String given = text.orElse("").trim();
        if (DECIMAL.matcher(given).matches()) {
            for (MemoVersion known : MemoVersion.values()) {
                if (new BigDecimal(given).compareTo(new BigDecimal(known.text())) == 0) {
                    return new VersionCheck(known, known.text());
                }
            }
            oddities.error("V01", place, "must be 1.1 or 1.2");
            return new VersionCheck(MemoVersion.V1_2, given);
        }
        oddities.error("V01", place, (text.isEmpty() ? "is missing" : "is no version") + "; write 1.1 or 1.2");
        return UNKNOWN;
    }

    private static void schemaVersion(MemoVersion version, XmlReader xml, Place place, Oddities oddities) {
        Optional<String> text = xml.attribute(SCHEMA_VERSION);
        if (version == MemoVersion.V1_1) {
            if (text.isEmpty()) {
                oddities.error("V02", place, "is missing; MeMo 1.1 demands it, so write 1.1.0");
            } else if (text.get().codePoints().count() > LONGEST) {
                oddities.error("V06", place, "is longer than " + LONGEST + " characters");
            }
        } else if (text.isPresent()) {
            oddities.error("V02", place, "does not exist in MeMo 1.2; leave it out");
        }
    }
}
