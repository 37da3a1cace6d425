package dk.borgerbro.testkit.digitalpost;

import dk.borgerbro.core.credential.OrganisationKey;
import dk.borgerbro.core.credential.Secret;
import dk.borgerbro.core.id.CprNumber;
import dk.borgerbro.core.id.CvrNumber;
import dk.borgerbro.testkit.person.TestOrganisation;
import dk.borgerbro.testkit.person.TestPerson;
import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import dk.borgerbro.testkit.simulator.ServedSimulator;
import dk.borgerbro.testkit.simulator.SimulatorServer;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Digital Post for sender systems: takes single messages, hands out business receipts, and tells who is registered. Thread-safe. Not
 * for production.
 *
 * <p>One sender system is registered from the start, for {@link TestOrganisation#MUNICIPALITY}, with {@link #senderKey()}.
 * Recipients are the {@linkplain TestPerson test persons} in the states that their names say, and those that {@link #register} adds.
 *
 * <p>Where no public source says what the service does, this simulator
 *
 * <ul>
 *   <li>answers 400 with an {@code ErrorMessage} to a message that breaks the schema of its version, at once; the service may
 *       take it over and say so in the business receipt,
 *   <li>answers a message that it has already with the first receipt again and delivers it once, but refuses another message
 *       under the same UUID with 400,
 *   <li>counts documents, not XML, towards the limit of 99.5 MB, and takes a megabyte for 1,000,000 bytes,
 *   <li>reads the numbers of a bulk lookup from {@code {"cprNumber": [...], "cvrNumber": [...]}},
 *   <li>judges INVALID what has no known recipient, and NOT_ALLOWED what this sender may not send or this recipient does not get,
 *   <li>uses error codes of its own.
 * </ul>
 */
public final class DigitalPostSimulator extends ServedSimulator {
    private final SimulatorServer server;
    private final Systems systems = new Systems();
    private final Recipients recipients;
    private final Receipts receipts;
    private final Memos memos;
    private final TestIdentity identity;
    private final SenderSystem system;

    private DigitalPostSimulator(Builder builder) {
        recipients = new Recipients(builder.clock.instant());
        receipts = new Receipts(builder.clock);
        memos = new Memos(receipts, new DeliveryRules(systems, recipients), builder.mostDocumentBytes);
        DigitalPostService service = new DigitalPostService(systems, memos, receipts, new Contacts(recipients));
        SimulatorServer.Builder listening = SimulatorServer.builder("digitalpost", service::handle)
                .basePath("/apis/v1/")
                .port(builder.port)
                .refusals(DigitalPostService::scripted);
        if (builder.pki != null) {
            listening.pki(builder.pki);
        }
        server = listening.start();
        identity = server.pki().organisation(TestOrganisation.MUNICIPALITY);
        system = systems.register(senderCvr(), identity.certificate());
        systems.allow(senderCvr(), Permission.MANDATORY_POST);
    }

    /** {@return a running simulator with everything as it comes} */
    public static DigitalPostSimulator start() {
        return builder().start();
    }

    /** {@return a builder} */
    public static Builder builder() {
        return new Builder();
    }

    /** {@return the certificates of this simulator's world} */
    public TestPki pki() {
        return server.pki();
    }

    /** {@return the key that the first sender system must present} */
    public OrganisationKey senderKey() {
        char[] password = "in memory only".toCharArray();
        return OrganisationKey.keyStore(identity.keyStore(password), Secret.of(password));
    }

    /** {@return the same key in every other form that a test may need} */
    public TestIdentity senderIdentity() {
        return identity;
    }

    /** {@return the organisation whose post the first sender system sends} */
    public CvrNumber senderCvr() {
        return CvrNumber.of(TestOrganisation.MUNICIPALITY.cvr());
    }

    /** {@return the sender system that is registered from the start} */
    public SenderSystem system() {
        return system;
    }

    /**
     * Registers one more sender system.
     *
     * @param sender whose post it may send
     * @param certificate which it must present: the sender's own, or that of a vendor whom the sender lets in
     * @return the system, with its id and token
     */
    public SenderSystem registerSystem(CvrNumber sender, X509Certificate certificate) {
        return systems.register(sender, certificate);
    }

    /** Allows an organisation to send more than ordinary post. The first sender may send mandatory post from the start. */
    public void allow(CvrNumber organisation, Permission permission) {
        systems.allow(organisation, permission);
    }

    /** {@return a person who is registered with Digital Post and with NemSMS} */
    public CprNumber anyAdult() {
        return CprNumber.of(TestPerson.ADULT.cpr());
    }

    /** {@return a person who is exempt from Digital Post} */
    public CprNumber exemptAdult() {
        return CprNumber.of(TestPerson.EXEMPT_FROM_DIGITAL_POST.cpr());
    }

    /**
     * Adds a person, or changes one.
     *
     * @param person who
     * @param state with Digital Post
     * @param nemSms whether a verified mobile number is known; counts only with {@link RegistrationState#REGISTERED}
     */
    public void register(CprNumber person, RegistrationState state, boolean nemSms) {
        recipients.put(person.value(), state, nemSms);
    }

    /** Adds an organisation as a recipient, or changes one. */
    public void register(CvrNumber organisation, RegistrationState state) {
        recipients.put(organisation.value(), state, false);
    }

    /** Keeps business receipts back from now on, as when the service is slow. */
    public void holdReceipts() {
        receipts.hold();
    }

    /** Gives out the receipts that were held back, and holds no more. */
    public void releaseReceipts() {
        receipts.release();
    }

    /** {@return what was taken over, each message once, in the order of first arrival} */
    public List<ReceivedLetter> received() {
        return memos.received();
    }

    /** {@return the message with this UUID, if it was taken over} */
    public Optional<ReceivedLetter> received(UUID messageUuid) {
        return memos.received().stream()
                .filter(letter -> letter.messageUuid().equals(messageUuid))
                .findFirst();
    }

    @Override
    protected SimulatorServer server() {
        return server;
    }

    /** Forgets letters, receipts, calls, scripts and changed recipients. Systems and permissions stay. */
    @Override
    public void reset() {
        server.reset();
        memos.reset();
        receipts.reset();
        recipients.reset();
    }

    /** Builds a {@link DigitalPostSimulator}; each setting has a default. Not thread-safe. */
    public static final class Builder {
        private int port;
        private @Nullable TestPki pki;
        private Clock clock = Clock.systemUTC();
        private long mostDocumentBytes = 99_500_000;

        private Builder() {}

        /** Sets the port; a free one is taken unless this is set. */
        public Builder port(int port) {
            this.port = port;
            return this;
        }

        /** Sets whose certificates count; one hierarchy shared by all simulators of the JVM unless this is set. */
        public Builder pki(TestPki pki) {
            this.pki = pki;
            return this;
        }

        /** Sets the time that receipts carry; the system's clock unless this is set. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Sets the most bytes that all documents of a message may have together; 99,500,000 unless this is set. */
        public Builder mostDocumentBytes(long bytes) {
            this.mostDocumentBytes = bytes;
            return this;
        }

        /**
         * {@return the simulator, listening}
         *
         * @throws java.io.UncheckedIOException if the port is taken
         */
        public DigitalPostSimulator start() {
            return new DigitalPostSimulator(this);
        }
    }
}
