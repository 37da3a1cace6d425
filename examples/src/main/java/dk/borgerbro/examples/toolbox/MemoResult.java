package dk.borgerbro.examples.toolbox;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.digitalpost.memo.MemoCheck;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What is told about one message.
 *
 * @param check what was found in it
 * @param findings all that is to be told, in order
 */
record MemoResult(MemoCheck check, List<Finding> findings) {
    private static final Pattern PERSON_LIKE = Pattern.compile("\\d{6}[- ]?\\d{4}");

    /** Scripts look for the rule READ in a file that could not be read; the finding of the XML reader says where it stopped. */
    static MemoResult of(MemoCheck check) {
        if (check.isReadable()
                || check.findings().stream().anyMatch(f -> f.rule().equals("READ"))) {
            return new MemoResult(check, check.findings());
        }
        return new MemoResult(
                check,
                join(check.findings(), List.of(Finding.error("READ", "", "is no MeMo that could be read to its end"))));
    }

    /** {@return this, with findings that stand before those of the message} */
    MemoResult after(List<Finding> earlier) {
        return new MemoResult(check, join(earlier, findings));
    }

    CheckResult result(String name, boolean showPersonal) {
        String kind = check.isReadable() ? "memo/" + check.memoVersion().orElse("") : "unreadable";
        return new CheckResult(name, kind, findings, facts(showPersonal));
    }

    boolean isOk() {
        return findings.stream().noneMatch(Finding::isError);
    }

    private Map<String, Object> facts(boolean showPersonal) {
        Map<String, Object> facts = new LinkedHashMap<>();
        check.memoVersion().ifPresent(version -> facts.put("memoVersion", version));
        check.messageType().ifPresent(type -> facts.put("messageType", type));
        check.messageUuid().ifPresent(uuid -> facts.put("messageUuid", uuid));
        check.label().ifPresent(label -> facts.put("label", showPersonal ? label : masked(label)));
        if (check.isReadable()) {
            facts.put("mainFiles", check.mainFiles());
            facts.put("additionalDocuments", check.additionalDocuments());
            facts.put("technicalDocuments", check.technicalDocuments());
            facts.put("contentBytes", check.contentBytes());
        }
        return facts;
    }

    /** {@return a text for everybody's eyes: a number of a person in it is hidden} */
    static String masked(String text) {
        return PERSON_LIKE.matcher(text).replaceAll("(hidden)");
    }

    static List<Finding> join(List<Finding> first, List<Finding> second) {
        List<Finding> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
