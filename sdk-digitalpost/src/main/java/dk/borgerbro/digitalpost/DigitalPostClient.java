package dk.borgerbro.digitalpost;

import dk.borgerbro.core.config.ClientSettings;
import dk.borgerbro.core.config.IdempotencyKey;
import dk.borgerbro.core.config.ServiceEnvironment;
import dk.borgerbro.core.credential.KeySource;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.core.journal.Journal;
import dk.borgerbro.digitalpost.internal.ClientFactory;
import dk.borgerbro.digitalpost.internal.SenderSystem;
import dk.borgerbro.digitalpost.internal.SystemTokens;
import dk.borgerbro.digitalpost.memo.MemoLimits;
import dk.borgerbro.digitalpost.memo.MemoValidator;
import dk.borgerbro.digitalpost.memo.MemoVersion;
import dk.borgerbro.digitalpost.memo.Message;
import dk.borgerbro.digitalpost.receipt.ReceiptInbox;
import dk.borgerbro.digitalpost.registration.Registration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Sends letters in Digital Post, looks up who can receive them, and fetches receipts. Thread-safe; make one per application and close it
 * at the end.
 *
 * <pre>{@code
 * try (var post = DigitalPostClient.builder()
 *         .environment(DigitalPostEnvironment.test())
 *         .key(OrganisationKey.pkcs12(Path.of("system.p12"), Secret.fromEnv("KEY_PASSWORD")))
 *         .sender(CvrNumber.of("99000007"), "Prøvested Kommune")
 *         .systemToken(Secret.fromEnv("DIGITAL_POST_TOKEN"))
 *         .journal(journal)
 *         .build()) {
 *     Letter letter = Letter.builder(cpr, "Afgørelse i din sag", Document.pdf(Path.of("afgoerelse.pdf"))).build();
 *     SendReceipt receipt = post.send(letter, IdempotencyKey.of("sag-2025-0117/brev/1"));
 * }
 * }</pre>
 *
 * <p><b>Once.</b> A key stands for one letter. The id of the message is chosen when the key is first used, kept in the journal and sent
 * on every repeat, by the client itself (after 503 and lost connections) and by the caller. What the service answers to an id that it has
 * already is not documented; a refusal of a repeat therefore counts as unknown, and the business receipt tells the truth.
 *
 * <p><b>Errors.</b> {@link dk.borgerbro.core.error.InvalidInputException}: the message breaks a rule, nothing was sent.
 * {@link dk.borgerbro.core.error.NotSentException}: nothing was sent, call again. {@link dk.borgerbro.core.error.ServiceException}:
 * refused, see its code and fields. {@link dk.borgerbro.core.error.OutcomeUnknownException}: call again with the same key, or
 * {@link #find}. {@link dk.borgerbro.core.error.StorageException}: the journal failed before anything was sent. That somebody cannot receive is a {@link Registration}, not an error.
 */
public interface DigitalPostClient extends AutoCloseable {
    /** {@return a builder} */
    static Builder builder() {
        return new Builder();
    }

    /**
     * Sends a letter, unless it was sent under this key before: then its receipt comes back.
     *
     * <p>Its documents are read twice, before and while sending.
     *
     * @param key names the business event, see {@link IdempotencyKey}; it becomes the {@code messageID} of a letter without one
     * @return the technical receipt: the letter was taken over
     * @throws dk.borgerbro.core.error.InvalidInputException if it breaks a rule of {@link MemoValidator}; whoever wrote it must act
     * @throws dk.borgerbro.core.error.IdempotencyConflictException if the key stands for another letter
     * @throws dk.borgerbro.core.error.ServiceException if the service refused it
     * @throws dk.borgerbro.core.error.NotSentException if it was not sent
     * @throws dk.borgerbro.core.error.OutcomeUnknownException if it may or may not have arrived, or another thread or node is sending it
     * @throws dk.borgerbro.core.error.StorageException if the journal could not be asked; nothing was sent
     */
    SendReceipt send(Letter letter, IdempotencyKey key);

    /**
     * Sends a message made with the whole model, its id included; a NemSMS too. As {@link #send(Letter, IdempotencyKey)}.
     *
     * @param message of any sender that the service lets this system send for
     */
    SendReceipt send(Message message, IdempotencyKey key);

    /**
     * Sends a finished MeMo as it is, with the sender and the ids that stand in it. As {@link #send(Letter, IdempotencyKey)}, except that
     * only version, id, size and permissions are checked.
     */
    SendReceipt send(MemoFile memo, IdempotencyKey key);

    /**
     * {@return what is known of the message that was sent under a key, empty if the key was never used}
     *
     * <p>If the outcome is unknown, also because a process ended while sending, the waiting business receipts are searched for the message; they stay where they are. Sending again
     * with the same key is the other way to find out.
     */
    Optional<Dispatch> find(IdempotencyKey key);

    /**
     * {@return whether a person can be reached}
     *
     * <p>The service takes the number in the address of the request only, so proxies in between must not log addresses.
     */
    Registration registration(CprNumber cpr);

    /** {@return whether a company or authority can be reached} */
    Registration registration(CvrNumber cvr);

    /** {@return the business receipts that wait for this system} */
    ReceiptInbox receipts();

    /** {@return a view of this client that sends for another authority; its CVR number stands as its name} */
    default DigitalPostClient withSender(CvrNumber sender) {
        return withSender(sender, sender.value());
    }

    /**
     * {@return a view of this client that sends for another authority, on the same connections and journal}
     *
     * <p>Closing a view does nothing; it ends with the client that it came from.
     *
     * @param sender the authority
     * @param label its name as recipients see it
     * @throws ConfigurationException if the label is blank
     */
    DigitalPostClient withSender(CvrNumber sender, String label);

    /** {@return a view of this client that calls as another system, with the same certificate} */
    DigitalPostClient withSystemToken(Secret systemToken);

    /** {@return a view of this client that calls as another system, whose token is given by its two parts} */
    default DigitalPostClient withSystemToken(UUID systemId, Secret apiToken) {
        return withSystemToken(SystemTokens.of(systemId, apiToken));
    }

    /** Frees the connections. Journal and keys stay open, being the caller's. */
    @Override
    void close();

    /** Builds a {@link DigitalPostClient}. Not thread-safe. */
    final class Builder {
        private @Nullable ServiceEnvironment environment;
        private @Nullable KeySource key;
        private @Nullable CvrNumber sender;
        private @Nullable String senderLabel;
        private @Nullable Secret systemToken;
        private @Nullable Journal journal;
        private ClientSettings settings = ClientSettings.defaults();
        private MemoLimits limits = MemoLimits.defaults();
        private MemoVersion version = MemoVersion.V1_2;
        private boolean mandatoryPostAllowed;
        private boolean legalNotificationAllowed;

        private Builder() {}

        /** Sets where the service is and whom to trust there; required. See {@link DigitalPostEnvironment}. */
        public Builder environment(ServiceEnvironment environment) {
            this.environment = environment;
            return this;
        }

        /** Sets the key that is registered for the sender's system; required. */
        public Builder key(KeySource key) {
            this.key = key;
            return this;
        }

        /** Sets the sending authority (da: afsender); required. Its CVR number stands as its name. */
        public Builder sender(CvrNumber sender) {
            return sender(sender, sender.value());
        }

        /** Sets the sending authority and its name as recipients see it. */
        public Builder sender(CvrNumber sender, String label) {
            this.sender = sender;
            this.senderLabel = label;
            return this;
        }

        /**
         * Sets the token that names the calling system: the {@code authenticationToken} of its registration, without {@code Basic}. The
         * real service demands it.
         */
        public Builder systemToken(Secret systemToken) {
            this.systemToken = systemToken;
            return this;
        }

        /** Sets the same token by its two parts, the id of the system and its API token. */
        public Builder systemToken(UUID systemId, Secret apiToken) {
            return systemToken(SystemTokens.of(systemId, apiToken));
        }

        /**
         * Sets where is kept what was sent. Without it the journal lies in memory and is gone with the JVM, which is for tests and trials
         * only: after a restart nothing would stop a second letter.
         */
        public Builder journal(Journal journal) {
            this.journal = journal;
            return this;
        }

        /** Sets time limits, retries, listeners and the rest; defaults are used otherwise. */
        public Builder settings(ClientSettings settings) {
            this.settings = settings;
            return this;
        }

        /** Sets other limits of size than those of Digital Post. */
        public Builder limits(MemoLimits limits) {
            this.limits = limits;
            return this;
        }

        /** Sets the version of MeMo in which letters are written; 1.2 by default. */
        public Builder version(MemoVersion version) {
            this.version = version;
            return this;
        }

        /** Says that the organisation has the permission {@code mandatoryPostAllowed}; without it mandatory post is refused. */
        public Builder mandatoryPostAllowed(boolean allowed) {
            this.mandatoryPostAllowed = allowed;
            return this;
        }

        /** Says that the organisation has the permission {@code legalNotificationAllowed}; without it legal service is refused. */
        public Builder legalNotificationAllowed(boolean allowed) {
            this.legalNotificationAllowed = allowed;
            return this;
        }

        /**
         * {@return the client, which is connected when it is first used}
         *
         * @throws ConfigurationException naming everything that is missing
         */
        public DigitalPostClient build() {
            List<String> problems = new ArrayList<>();
            if (environment == null) {
                problems.add("environment is missing; use DigitalPostEnvironment or a simulator's");
            }
            if (key == null) {
                problems.add("key is missing; use OrganisationKey or another KeySource");
            }
            if (sender == null) {
                problems.add("sender is missing; use the authority's CVR number");
            }
            if (senderLabel != null && senderLabel.isBlank()) {
                problems.add("sender's label must not be blank");
            }
            if (!problems.isEmpty() || environment == null || key == null || sender == null || senderLabel == null) {
                throw new ConfigurationException("digitalpost", problems);
            }
            return ClientFactory.open(
                    environment,
                    key,
                    settings,
                    new SenderSystem(sender, senderLabel, systemToken),
                    journal == null ? Journal.inMemory(settings.clock()) : journal,
                    MemoValidator.forSending()
                            .withLimits(limits)
                            .withMandatoryPost(mandatoryPostAllowed)
                            .withLegalNotification(legalNotificationAllowed),
                    version);
        }
    }
}
