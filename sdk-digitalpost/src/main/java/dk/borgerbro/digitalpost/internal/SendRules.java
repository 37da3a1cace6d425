package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.digitalpost.MemoFile;
import dk.borgerbro.digitalpost.internal.memo.FileSizes;
import dk.borgerbro.digitalpost.internal.memo.MessageRules;
import dk.borgerbro.digitalpost.memo.MemoValidator;
import dk.borgerbro.digitalpost.memo.Message;
import java.util.ArrayList;
import java.util.List;

/** Refuses what must not be sent, before anything is written down or sent. */
final class SendRules {
    private final MemoValidator validator;

    SendRules(MemoValidator validator) {
        this.validator = validator;
    }

    /** Refuses by what is known without reading the documents. */
    void check(Message message) {
        refuseErrors(validator.validate(message));
    }

    /** Refuses by what reading the documents has shown. */
    void check(Message message, FileSizes sizes) {
        refuseErrors(MessageRules.check(message, validator, sizes));
    }

    void check(MemoFile memo) {
        List<Finding> findings = new ArrayList<>();
        String header = "/Message/MessageHeader/";
        if (memo.mandatory() && !validator.allowsMandatoryPost()) {
            findings.add(permission(header + "mandatory"));
        }
        if (memo.legalNotification() && !validator.allowsLegalNotification()) {
            findings.add(permission(header + "legalNotification"));
        }
        long most = validator.limits().messageBytes();
        if (memo.size() > most) {
            findings.add(Finding.error(
                    "V16", "/Message", "takes " + memo.size() + " bytes; at most " + most + " may be sent"));
        }
        refuseErrors(findings);
    }

    private static Finding permission(String path) {
        return Finding.error("V21", path, "is set, but the client was not told that the permission is there");
    }

    private static void refuseErrors(List<Finding> findings) {
        if (findings.stream().anyMatch(Finding::isError)) {
            throw new InvalidInputException(CallReference.local(WireIds.SERVICE, "send"), findings);
        }
    }
}
