package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.digitalpost.memo.Action;
import dk.borgerbro.digitalpost.memo.ActionCode;
import dk.borgerbro.digitalpost.memo.MessageBody;
import java.time.Instant;
import java.util.List;

/** The rules about documents and their actions: V08 (no file), V12, V23, V24. */
final class BodyRules {
    private final List<Finding> findings;

    private BodyRules(List<Finding> findings) {
        this.findings = findings;
    }

    static void check(MessageBody body, List<Finding> findings) {
        BodyRules rules = new BodyRules(findings);
        String main = "/Message/MessageBody/MainDocument";
        rules.files(main, body.mainDocument().files().size());
        rules.actions(main, body.mainDocument().actions());
        for (int i = 0; i < body.additionalDocuments().size(); i++) {
            String path =
                    path("AdditionalDocument", i, body.additionalDocuments().size());
            rules.files(path, body.additionalDocuments().get(i).files().size());
            rules.actions(path, body.additionalDocuments().get(i).actions());
        }
        for (int i = 0; i < body.technicalDocuments().size(); i++) {
            String path = path("TechnicalDocument", i, body.technicalDocuments().size());
            rules.files(path, body.technicalDocuments().get(i).files().size());
        }
    }

    private static String path(String name, int index, int of) {
        return "/Message/MessageBody/" + name + (of == 1 ? "" : "[" + (index + 1) + "]");
    }

    private void files(String path, int count) {
        if (count == 0) {
            findings.add(Finding.error("V08", path + "/File", "is missing; a document needs at least one file"));
        }
    }

    private void actions(String document, List<Action> actions) {
        for (int i = 0; i < actions.size(); i++) {
            action(document + "/Action" + (actions.size() == 1 ? "" : "[" + (i + 1) + "]"), actions.get(i));
        }
    }

    private void action(String path, Action action) {
        boolean reservation = action.reservation().isPresent();
        boolean entryPoint = action.entryPoint().isPresent();
        if (reservation && entryPoint) {
            findings.add(Finding.error("V12", path, "has a Reservation and an EntryPoint; keep one of them"));
        }
        if (!action.actionCode().isKnown()) {
            warn("V23w", path + "/actionCode", "is not in the agency's list of actions");
        } else if (reservation != action.actionCode().equals(ActionCode.AFTALE)) {
            warn("V23w", path, "AFTALE goes with a Reservation, all other actions with an EntryPoint");
        }
        action.startDateTime().ifPresent(start -> action.endDateTime().ifPresent(end -> order(path, start, end)));
        action.reservation().ifPresent(r -> order(path + "/Reservation", r.startDateTime(), r.endDateTime()));
    }

    private void order(String path, Instant start, Instant end) {
        if (end.isBefore(start)) {
            warn("V24w", path + "/endDateTime", "lies before startDateTime");
        }
    }

    private void warn(String rule, String path, String message) {
        findings.add(Finding.warning(rule, path, message));
    }
}
