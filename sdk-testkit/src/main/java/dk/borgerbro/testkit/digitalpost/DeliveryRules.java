package dk.borgerbro.testkit.digitalpost;

import dk.borgerbro.testkit.digitalpost.Receipts.Verdict;
import dk.borgerbro.testkit.digitalpost.Recipients.Recipient;
import java.util.Optional;

/**
 * Judges a message after it was taken over; the verdict goes into the business receipt. The codes are the simulator's own, because
 * the service's are not published; so is the line between INVALID (nobody could deliver this) and NOT_ALLOWED (this
 * sender may not, or this recipient does not get it).
 */
final class DeliveryRules {
    private final Systems systems;
    private final Recipients recipients;

    DeliveryRules(Systems systems, Recipients recipients) {
        this.systems = systems;
        this.recipients = recipients;
    }

    Verdict judge(SenderSystem system, Memo memo) {
        if (memo.flag("mandatory") && !systems.may(system, Permission.MANDATORY_POST)) {
            return notAllowed("sender.mandatory.not.allowed", "the sender may not send mandatory post");
        }
        if (memo.flag("legalNotification") && !systems.may(system, Permission.LEGAL_NOTIFICATION)) {
            return notAllowed("sender.legal-notification.not.allowed", "the sender may not send legal notifications");
        }
        Optional<Recipient> recipient = recipients.find(memo.header("Recipient/recipientID"));
        if (recipient.isEmpty() || recipient.get().state() == RegistrationState.UNKNOWN) {
            return new Verdict("INVALID", "recipient.unknown", "the recipient is not known to Digital Post");
        }
        return judge(memo, recipient.get());
    }

    private static Verdict judge(Memo memo, Recipient recipient) {
        if (recipient.state() == RegistrationState.CLOSED) {
            return notAllowed("recipient.closed", "the recipient is closed");
        }
        if (memo.isNemSms()) {
            return recipient.nemSms()
                    ? completed()
                    : notAllowed("recipient.nemsms.not.registered", "the recipient is not registered with NemSMS");
        }
        if (recipient.state() == RegistrationState.EXEMPT && !memo.flag("mandatory")) {
            return notAllowed("recipient.exempt", "the recipient is exempt from Digital Post");
        }
        return completed();
    }

    private static Verdict completed() {
        return new Verdict("COMPLETED", null, null);
    }

    private static Verdict notAllowed(String code, String message) {
        return new Verdict("NOT_ALLOWED", code, message);
    }
}
