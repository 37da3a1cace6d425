package dk.borgerbro.testkit.nemlogin;

import dk.borgerbro.testkit.pki.TestIdentity;
import dk.borgerbro.testkit.pki.TestPki;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Makes what NemLog-in would send, and everything that somebody else might send in its place. Thread-safe; with a fixed clock and one
 * seed the same calls in the same order make the same messages, apart from keys and certificates.
 *
 * <pre>{@code
 * SamlForge forge = SamlForge.create(pki);
 * String wrongKey = forge.response(sp, requestId, SimulatedUser.person(TestPerson.ADULT))
 *         .withSignature(SignatureRecipe.by(forge.stranger()))
 *         .issue().formValue();
 * }</pre>
 */
public final class SamlForge {
    private static final Duration LOGOUT_LIFETIME = Duration.ofMinutes(5);

    private final String entityId;
    private final SimulatedProfile profile;
    private final Clock clock;
    private final ForgeKeys keys;
    private final AtomicLong seeds;

    private SamlForge(Builder builder) {
        this.entityId = builder.entityId;
        this.profile = builder.profile;
        this.clock = builder.clock;
        this.keys = new ForgeKeys(builder.pki, builder.keyBits);
        this.seeds = new AtomicLong(builder.seed);
    }

    /** {@return a forge with everything as it comes: profile 3.0, RSA 3072, the system's clock} */
    public static SamlForge create(TestPki pki) {
        return builder(pki).build();
    }

    /** {@return a builder} */
    public static Builder builder(TestPki pki) {
        return new Builder(pki);
    }

    /** {@return the name of the identity provider} */
    public String entityId() {
        return entityId;
    }

    /** {@return the profile that messages follow} */
    public SimulatedProfile profile() {
        return profile;
    }

    /** {@return the key that the identity provider signs with} */
    public TestIdentity signer() {
        return keys.of(ForgeKeys.Role.SIGNER);
    }

    /** {@return the identity provider's second key, for a rollover} */
    public TestIdentity secondSigner() {
        return keys.of(ForgeKeys.Role.SECOND);
    }

    /** {@return a former key of the identity provider, with a good certificate} */
    public TestIdentity retiredSigner() {
        return keys.of(ForgeKeys.Role.RETIRED);
    }

    /** {@return a key of the identity provider with an expired certificate} */
    public TestIdentity expiredSigner() {
        return keys.of(ForgeKeys.Role.EXPIRED);
    }

    /** {@return somebody else's key, with a good certificate of the same authority} */
    public TestIdentity stranger() {
        return keys.of(ForgeKeys.Role.STRANGER);
    }

    /**
     * {@return a good Response, encrypted to the service provider's first encryption certificate}
     *
     * @param to the service provider
     * @param requestId of the AuthnRequest that it answers
     * @param user who logs in
     */
    public ForgedResponse response(RegisteredServiceProvider to, String requestId, SimulatedUser user) {
        long seed = seeds.getAndIncrement();
        ResponseFacts facts =
                ResponseFacts.of(profile, entityId, to, requestId, user, clock.instant(), new SeededRandom(~seed));
        return ForgedResponse.of(
                facts,
                to.assertionConsumerService(),
                SignatureRecipe.by(signer()),
                EncryptionRecipe.to(to.encryption().get(0)),
                seed);
    }

    /**
     * {@return a good LogoutRequest}
     *
     * @param destination where it goes
     * @param nameId whose sessions should end, persistent format
     * @param sessionIndexes which of them; none means all
     */
    public ForgedMessage logoutRequest(URI destination, String nameId, String... sessionIndexes) {
        long seed = seeds.getAndIncrement();
        Instant now = clock.instant();
        StringBuilder xml = start("LogoutRequest", destination, now, seed);
        ResponseTemplate.optional(xml, "NotOnOrAfter", ResponseTemplate.time(now.plus(LOGOUT_LIFETIME)));
        issuer(xml);
        ResponseTemplate.nameId(xml, nameId, Saml.PERSISTENT);
        for (String index : sessionIndexes) {
            xml.append("<samlp:SessionIndex>").append(XmlText.escape(index)).append("</samlp:SessionIndex>");
        }
        return ForgedMessage.of(xml.append("</samlp:LogoutRequest>").toString(), SignatureRecipe.by(signer()), seed);
    }

    /**
     * {@return a good LogoutResponse}
     *
     * @param destination where it goes
     * @param requestId which LogoutRequest it answers
     * @param codes of the status, outermost first; a word stands for a code below
     *     {@code urn:oasis:names:tc:SAML:2.0:status:}; none means success
     */
    public ForgedMessage logoutResponse(URI destination, String requestId, String... codes) {
        long seed = seeds.getAndIncrement();
        StringBuilder xml = start("LogoutResponse", destination, clock.instant(), seed);
        ResponseTemplate.optional(xml, "InResponseTo", requestId);
        issuer(xml);
        List<String> full = List.of(codes.length == 0 ? new String[] {"Success"} : codes).stream()
                .map(code -> code.contains(":") ? code : Saml.STATUS + code)
                .toList();
        ResponseTemplate.status(xml, full, "");
        return ForgedMessage.of(xml.append("</samlp:LogoutResponse>").toString(), SignatureRecipe.by(signer()), seed);
    }

    /**
     * {@return good metadata with the first key}
     *
     * @param endpoint one address for sign-on and logout
     */
    public ForgedMetadata metadata(URI endpoint) {
        return ForgedMetadata.of(entityId, endpoint, profile, signer().certificate());
    }

    /** {@return an identifier that no message has yet} */
    String newId() {
        return new SeededRandom(~seeds.getAndIncrement()).id();
    }

    private StringBuilder start(String name, URI destination, Instant now, long seed) {
        StringBuilder xml = new StringBuilder("<samlp:")
                .append(name)
                .append(" xmlns:samlp=\"")
                .append(Saml.PROTOCOL);
        xml.append("\" xmlns:saml=\"").append(Saml.ASSERTION);
        xml.append("\" ID=\"").append(new SeededRandom(~seed).id());
        xml.append("\" Version=\"2.0\" IssueInstant=\"").append(ResponseTemplate.time(now));
        xml.append("\" Destination=\"")
                .append(XmlText.escape(destination.toString()))
                .append('"');
        return xml;
    }

    private void issuer(StringBuilder xml) {
        xml.append("><saml:Issuer>").append(XmlText.escape(entityId)).append("</saml:Issuer>");
    }

    @Override
    public String toString() {
        return "SamlForge(" + entityId + ")";
    }

    /** Builds a {@link SamlForge}; each setting has a default. Not thread-safe. */
    public static final class Builder {
        private final TestPki pki;
        private String entityId = "https://saml.simulator.example";
        private SimulatedProfile profile = SimulatedProfile.OIO_3_0;
        private Clock clock = Clock.systemUTC();
        private int keyBits = 3072;
        private long seed;
        private @Nullable Long chosenSeed;

        private Builder(TestPki pki) {
            this.pki = pki;
        }

        /** Sets the name of the identity provider. */
        public Builder entityId(String entityId) {
            this.entityId = entityId;
            return this;
        }

        /** Sets the profile; 3.0 unless this is set. */
        public Builder profile(SimulatedProfile profile) {
            this.profile = profile;
            return this;
        }

        /** Sets the time that messages carry; the system's clock unless this is set. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** Sets the size of the identity provider's keys; 3072 unless this is set. */
        public Builder keyBits(int bits) {
            this.keyBits = bits;
            return this;
        }

        /** Sets where random numbers start, for messages that can be made again; another place in each forge unless this is set. */
        public Builder seed(long seed) {
            this.chosenSeed = seed;
            return this;
        }

        /** {@return the forge; its keys are made when they are first needed} */
        public SamlForge build() {
            Long chosen = chosenSeed;
            seed = chosen == null ? new SecureRandom().nextLong() : chosen;
            return new SamlForge(this);
        }
    }
}
