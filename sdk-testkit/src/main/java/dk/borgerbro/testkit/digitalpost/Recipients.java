package dk.borgerbro.testkit.digitalpost;

import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who can receive: the invented persons and organisations, and whom a test adds. Thread-safe. */
final class Recipients {
    private final Map<String, Recipient> byId = new ConcurrentHashMap<>();
    private final Instant since;

    Recipients(Instant since) {
        this.since = since;
        reset();
    }

    void reset() {
        byId.clear();
        for (TestPerson person : TestPerson.values()) {
            put(person.cpr(), stateOf(person), person != TestPerson.WITHOUT_NEMSMS);
        }
        for (TestOrganisation organisation : TestOrganisation.values()) {
            put(organisation.cvr(), RegistrationState.REGISTERED, false);
        }
    }

    private static RegistrationState stateOf(TestPerson person) {
        return switch (person) {
            case EXEMPT_FROM_DIGITAL_POST, EMIGRATED -> RegistrationState.EXEMPT;
            case DECEASED -> RegistrationState.CLOSED;
            case CHILD -> RegistrationState.UNKNOWN;
            default -> RegistrationState.REGISTERED;
        };
    }

    void put(String id, RegistrationState state, boolean nemSms) {
        byId.put(id, new Recipient(id, state, nemSms && state == RegistrationState.REGISTERED));
    }

    Optional<Recipient> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Optional<Map<String, Object>> contact(UUID contactId) {
        return byId.values().stream()
                .filter(recipient -> recipient.contactId().equals(contactId))
                .findFirst()
                .map(this::contact);
    }

    Map<String, Object> contact(Recipient recipient) {
        boolean citizen = recipient.id().length() == 10;
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("id", recipient.contactId());
        contact.put("version", 1);
        contact.put("type", citizen ? "CITIZEN" : "COMPANY");
        contact.put(citizen ? "cprNumber" : "cvrNumber", recipient.id());
        contact.put("eligibleForVoluntaryRegistration", false);
        contact.put("mailboxSubscription", mailbox(recipient));
        if (recipient.nemSms()) {
            contact.put("nemSmsSubscription", nemSms(recipient));
        }
        contact.put("lastUpdated", since.toString());
        contact.put("createdDate", since.toString());
        return contact;
    }

    private Map<String, Object> mailbox(Recipient recipient) {
        Map<String, Object> mailbox = new LinkedHashMap<>();
        mailbox.put("id", recipient.uuid("mailbox"));
        mailbox.put("version", 1);
        mailbox.put("registrationStatus", recipient.state().registrationStatus());
        mailbox.put("publicRegistrationStatus", recipient.state().name());
        mailbox.put("startTime", since.toString());
        return mailbox;
    }

    private Map<String, Object> nemSms(Recipient recipient) {
        Map<String, Object> nemSms = new LinkedHashMap<>();
        nemSms.put("id", recipient.uuid("nemsms"));
        nemSms.put("version", 1);
        nemSms.put("mobileNumber", "20000000");
        nemSms.put("verificationTime", since.toString());
        nemSms.put("confirmedDateTime", since.toString());
        return nemSms;
    }

    /**
     * Somebody who may get post.
     *
     * @param id CPR or CVR number
     * @param state with Digital Post
     * @param nemSms whether a verified mobile number is known
     */
    record Recipient(String id, RegistrationState state, boolean nemSms) {
        UUID contactId() {
            return uuid("contact");
        }

        /** The same in every run, so that a test may name it. */
        private UUID uuid(String what) {
            return UUID.nameUUIDFromBytes((what + id).getBytes(StandardCharsets.UTF_8));
        }

        @Override
        public String toString() {
            return "Recipient(" + state + ")";
        }
    }
}
