package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.support.xml.XmlText;
import dk.borgerbro.digitalpost.memo.MessageType;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.regex.Pattern;

/** The rules about one text: V04 to V07, V10, V11, V22, and blank texts where the schema demands an element (V08). */
final class TextRules {
    private static final Pattern UUID_V4 =
            Pattern.compile("[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-4[a-fA-F0-9]{3}-[aAbB89][a-fA-F0-9]{3}-[a-fA-F0-9]{12}");
    static final Pattern UUID =
            Pattern.compile("[a-fA-F0-9]{8}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{4}-[a-fA-F0-9]{12}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z]{1,2}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");
    private static final Pattern FOUR_DIGIT_YEAR = Pattern.compile("[0-9]{4}-.*");
    private static final int SAFE_NOTIFICATION = 150;

    private final List<Finding> findings;

    TextRules(List<Finding> findings) {
        this.findings = findings;
    }

    void check(String path, TextKind kind, String value) {
        XmlText.check(path, value).ifPresent(findings::add);
        switch (kind) {
            case UUID_V4 -> {
                if (!UUID_V4.matcher(value).matches()) {
                    error("V04", path, "is not a version-4 UUID; make it with UUID.randomUUID()");
                }
            }
            case DATE_TIME, DATE -> {
                if (!FOUR_DIGIT_YEAR.matcher(value).matches()) {
                    error("V05", path, "has a year outside 0000 to 9999");
                }
            }
            case LANGUAGE -> {
                if (!LANGUAGE.matcher(value).matches()) {
                    error("V07", path, "must be a language code of one or two letters, such as da");
                }
            }
            case GLN, P_NUMBER -> digits(path, kind, value);
            default -> texts(path, kind, value);
        }
    }

    private void texts(String path, TextKind kind, String value) {
        int length = value.codePointCount(0, value.length());
        if (length > kind.longest() && kind != TextKind.MESSAGE_TYPE) {
            error("V06", path, "has " + length + " characters; at most " + kind.longest() + " are allowed");
        }
        switch (kind) {
            case NOTIFICATION -> {
                if (length > SAFE_NOTIFICATION && length <= kind.longest()) {
                    findings.add(Finding.warning(
                            "V06w",
                            path,
                            "has " + length + " characters; the agency's own schema allows " + SAFE_NOTIFICATION));
                }
            }
            case REQUIRED_TEXT -> {
                if (value.isBlank()) {
                    error("V08", path, "is required and must not be blank");
                }
            }
            case MESSAGE_TYPE -> {
                if (!MessageType.of(value).isKnown()) {
                    error("V08", path, "must be DIGITALPOST or NEMSMS");
                }
            }
            case FILENAME -> filename(path, value);
            case HTTPS_ADDRESS -> httpsAddress(path, value);
            case CONTACT_POINT -> {
                if (!UUID.matcher(value).matches()) {
                    error("V22", path, "is not a UUID; take the id from the contact registry");
                }
            }
            default -> {}
        }
    }

    private void digits(String path, TextKind kind, String value) {
        if (!DIGITS.matcher(value).matches() || value.length() > kind.longest()) {
            error("V06", path, "must be 1 to " + kind.longest() + " digits");
        }
    }

    private void filename(String path, String value) {
        if (value.isBlank()) {
            error("V08", path, "is required and must not be blank");
        }
        value.codePoints()
                .filter(FilenameCharacters::isForbidden)
                .findFirst()
                .ifPresent(c -> error(
                        "V11",
                        path,
                        "holds U+" + String.format(java.util.Locale.ROOT, "%04X", c)
                                + ", which file names must not; replace it"));
    }

    private void httpsAddress(String path, String value) {
        try {
            URI uri = new URI(value);
            if (!"https".equalsIgnoreCase(uri.getScheme()) || uri.getRawAuthority() == null) {
                error("V10", path, "must be an absolute address that begins with https://");
            }
        } catch (URISyntaxException e) {
            error(
                    "V10",
                    path,
                    "is not an address (at character " + (e.getIndex() + 1) + "); encode spaces and the like");
        }
    }

    private void error(String rule, String path, String message) {
        findings.add(Finding.error(rule, path, message));
    }
}
