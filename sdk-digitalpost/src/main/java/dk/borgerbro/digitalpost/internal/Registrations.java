package dk.borgerbro.digitalpost.internal;

import com.fasterxml.jackson.databind.JsonNode;
import dk.borgerbro.core.support.Answer;
import dk.borgerbro.core.support.CallKind;
import dk.borgerbro.core.support.CallPipeline;
import dk.borgerbro.core.support.ServiceCall;
import dk.borgerbro.digitalpost.registration.PublicRegistrationStatus;
import dk.borgerbro.digitalpost.registration.Registration;
import dk.borgerbro.digitalpost.registration.RegistrationStatus;
import java.io.IOException;

/** The look-up of one person or company, {@code GET /contacts/}. */
final class Registrations {
    private final CallPipeline pipeline;
    private final SenderSystem system;

    Registrations(CallPipeline pipeline, SenderSystem system) {
        this.pipeline = pipeline;
        this.system = system;
    }

    /**
     * Looks one number up.
     *
     * @param field {@code cprNumber} or {@code cvrNumber}
     */
    Answered<Registration> find(String field, String number) {
        // The number must travel in the address: the form of the other way, a body on a GET, is not described for
        // anybody outside.
        return pipeline.call(Authorised.by(
                        system,
                        ServiceCall.<Answered<Registration>>builder(
                                "registration",
                                CallKind.READ,
                                "GET",
                                "contacts/",
                                answer -> new Answered<>(read(answer, field, number), answer.call())))
                .query(field, number)
                .build());
    }

    private static Registration read(Answer answer, String field, String number) throws IOException {
        JsonNode contacts = Json.object(answer.body()).path("contacts");
        if (!contacts.isArray()) {
            throw new IOException("the answer is no list of contacts");
        }
        for (JsonNode contact : contacts) {
            if (Json.text(contact, field).equals(number)) {
                return registration(contact);
            }
        }
        if (!contacts.isEmpty()) {
            throw new IOException("the answer is about somebody else");
        }
        return Registration.notFound();
    }

    private static Registration registration(JsonNode contact) {
        JsonNode mailbox = contact.path("mailboxSubscription");
        String publicStatus = Json.text(mailbox, "publicRegistrationStatus");
        Registration.Builder registration = Registration.builder(
                        publicStatus.isEmpty()
                                ? PublicRegistrationStatus.UNKNOWN
                                : PublicRegistrationStatus.of(publicStatus))
                .nemSms(!Json.text(contact.path("nemSmsSubscription"), "verificationTime")
                        .isEmpty());
        String status = Json.text(mailbox, "registrationStatus");
        if (!status.isEmpty()) {
            registration.status(RegistrationStatus.of(status));
        }
        Json.date(mailbox, "exemptionStart").ifPresent(registration::exemptionStart);
        Json.date(mailbox, "exemptionEnd").ifPresent(registration::exemptionEnd);
        Json.instant(contact, "lastUpdated").ifPresent(registration::lastUpdated);
        return registration.build();
    }
}
