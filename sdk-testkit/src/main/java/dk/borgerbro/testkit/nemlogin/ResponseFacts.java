package dk.borgerbro.testkit.nemlogin;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What a Response says, before it is put into XML. Made by a {@link SamlForge} with everything right; each method changes one thing.
 * What has no method here is changed in the XML. Immutable and thread-safe.
 */
public final class ResponseFacts {
    private static final Duration LIFETIME = Duration.ofMinutes(5);
    private static final Duration SESSION = Duration.ofHours(1);

    private final Draft draft;

    private ResponseFacts(Draft draft) {
        this.draft = draft;
    }

    static ResponseFacts of(
            SimulatedProfile profile,
            String issuer,
            RegisteredServiceProvider to,
            String requestId,
            SimulatedUser user,
            Instant now,
            SeededRandom random) {
        Draft first = new Draft(profile, user);
        first.issuer = issuer;
        first.destination = to.assertionConsumerService().toString();
        first.audience = to.entityId();
        first.inResponseTo = requestId;
        boolean lasting = !to.nameIdFormat().equals(Saml.TRANSIENT);
        first.nameId = user.nameId(lasting ? to.entityId() : random.id());
        first.nameIdFormat = to.nameIdFormat();
        first.responseId = random.id();
        first.assertionId = random.id();
        first.sessionIndex = random.id();
        return new ResponseFacts(first).at(now);
    }

    /** {@return the same issued by another, Response and Assertion} */
    public ResponseFacts withIssuer(String entityId) {
        return with(next -> next.issuer = entityId);
    }

    /** {@return the same for another consumer service, Destination and Recipient} */
    public ResponseFacts withDestination(String url) {
        return with(next -> next.destination = url);
    }

    /** {@return the same for another audience} */
    public ResponseFacts withAudience(String entityId) {
        return with(next -> next.audience = entityId);
    }

    /** {@return the same in answer to another request; empty for an unsolicited response} */
    public ResponseFacts withInResponseTo(String requestId) {
        return with(next -> next.inResponseTo = requestId);
    }

    /** {@return the same for somebody else, but with the NameID as it was} */
    public ResponseFacts withUser(SimulatedUser user) {
        return with(next -> next.user = user);
    }

    /** {@return the same with another NameID} */
    public ResponseFacts withNameId(String value) {
        return with(next -> next.nameId = value);
    }

    /** {@return the same with another format of NameID; empty for none} */
    public ResponseFacts withNameIdFormat(String format) {
        return with(next -> next.nameIdFormat = format);
    }

    /** {@return the same with another ID of the Response} */
    public ResponseFacts withResponseId(String id) {
        return with(next -> next.responseId = id);
    }

    /** {@return the same with another ID of the Assertion} */
    public ResponseFacts withAssertionId(String id) {
        return with(next -> next.assertionId = id);
    }

    /** {@return the same with another session index; empty for none} */
    public ResponseFacts withSessionIndex(String index) {
        return with(next -> next.sessionIndex = index);
    }

    /** {@return the same issued at another instant; all other instants move along} */
    public ResponseFacts at(Instant now) {
        return with(next -> {
            next.now = now;
            next.authnInstant = now;
            next.notOnOrAfter = now.plus(LIFETIME);
            next.sessionNotOnOrAfter = now.plus(SESSION);
        });
    }

    /** {@return the same with the user authenticated at another instant} */
    public ResponseFacts withAuthnInstant(Instant instant) {
        return with(next -> next.authnInstant = instant);
    }

    /** {@return the same valid until another instant, conditions and confirmation} */
    public ResponseFacts withNotOnOrAfter(Instant instant) {
        return with(next -> next.notOnOrAfter = instant);
    }

    /** {@return the same with the session ending at another instant} */
    public ResponseFacts withSessionNotOnOrAfter(Instant instant) {
        return with(next -> next.sessionNotOnOrAfter = instant);
    }

    /**
     * {@return a Response without an assertion}
     *
     * @param message for people; empty for none
     * @param codes outermost first; a word stands for a code below {@code urn:oasis:names:tc:SAML:2.0:status:}
     */
    public ResponseFacts failing(String message, String... codes) {
        List<String> full = List.of(codes).stream()
                .map(code -> code.contains(":") ? code : Saml.STATUS + code)
                .toList();
        return with(next -> {
            next.statusMessage = message;
            next.statusCodes = full;
        });
    }

    private ResponseFacts with(Consumer<Draft> change) {
        Draft next = new Draft(draft);
        change.accept(next);
        return new ResponseFacts(next);
    }

    SimulatedProfile profile() {
        return draft.profile;
    }

    String issuer() {
        return draft.issuer;
    }

    String destination() {
        return draft.destination;
    }

    String audience() {
        return draft.audience;
    }

    /** {@return the request answered, empty for none} */
    public String inResponseTo() {
        return draft.inResponseTo;
    }

    /** {@return who logged in} */
    public SimulatedUser user() {
        return draft.user;
    }

    /** {@return the value of NameID} */
    public String nameId() {
        return draft.nameId;
    }

    String nameIdFormat() {
        return draft.nameIdFormat;
    }

    /** {@return the ID of the Response} */
    public String responseId() {
        return draft.responseId;
    }

    /** {@return the ID of the Assertion} */
    public String assertionId() {
        return draft.assertionId;
    }

    /** {@return the session index} */
    public String sessionIndex() {
        return draft.sessionIndex;
    }

    /** {@return when it was issued} */
    public Instant now() {
        return draft.now;
    }

    Instant authnInstant() {
        return draft.authnInstant;
    }

    Instant notOnOrAfter() {
        return draft.notOnOrAfter;
    }

    Instant sessionNotOnOrAfter() {
        return draft.sessionNotOnOrAfter;
    }

    List<String> statusCodes() {
        return draft.statusCodes;
    }

    String statusMessage() {
        return draft.statusMessage;
    }

    boolean isSuccess() {
        return draft.statusCodes.get(0).equals(Saml.SUCCESS);
    }

    @Override
    public String toString() {
        return "ResponseFacts(" + draft.responseId + ", " + draft.user + ")";
    }

    /** Changed only while facts are being made from others. */
    private static final class Draft {
        private final SimulatedProfile profile;
        private SimulatedUser user;
        private String issuer = "";
        private String destination = "";
        private String audience = "";
        private String inResponseTo = "";
        private String nameId = "";
        private String nameIdFormat = Saml.PERSISTENT;
        private String responseId = "";
        private String assertionId = "";
        private String sessionIndex = "";
        private Instant now = Instant.EPOCH;
        private Instant authnInstant = Instant.EPOCH;
        private Instant notOnOrAfter = Instant.EPOCH;
        private Instant sessionNotOnOrAfter = Instant.EPOCH;
        private List<String> statusCodes = List.of(Saml.SUCCESS);
        private String statusMessage = "";

        Draft(SimulatedProfile profile, SimulatedUser user) {
            this.profile = profile;
            this.user = user;
        }

        Draft(Draft other) {
            this.profile = other.profile;
            this.user = other.user;
            this.issuer = other.issuer;
            this.destination = other.destination;
            this.audience = other.audience;
            this.inResponseTo = other.inResponseTo;
            this.nameId = other.nameId;
            this.nameIdFormat = other.nameIdFormat;
            this.responseId = other.responseId;
            this.assertionId = other.assertionId;
            this.sessionIndex = other.sessionIndex;
            this.now = other.now;
            this.authnInstant = other.authnInstant;
            this.notOnOrAfter = other.notOnOrAfter;
            this.sessionNotOnOrAfter = other.sessionNotOnOrAfter;
            this.statusCodes = other.statusCodes;
            this.statusMessage = other.statusMessage;
        }
    }
}
