package dk.borgerbro.eid.saml;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.BrowserSession;
import dk.borgerbro.eid.SubjectKind;
import dk.borgerbro.eid.internal.ReturnPath;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one login asks for. Immutable; each setting but the browser has a default. */
public final class LoginRequest {
    private final BrowserSession browser;
    private final @Nullable AssuranceLevel level;
    private final @Nullable SubjectKind kind;
    private final List<CredentialType> credentialTypes;
    private final List<String> attributeProfiles;
    private final boolean forceAuthn;
    private final boolean passive;
    private final @Nullable AppPlatform appSwitch;
    private final @Nullable String returnTo;
    private final StepUp stepUp;

    private LoginRequest(Builder builder) {
        this.browser = builder.browser;
        this.level = builder.level;
        this.kind = builder.kind;
        this.credentialTypes = List.copyOf(builder.credentialTypes);
        this.attributeProfiles = List.copyOf(builder.attributeProfiles);
        this.forceAuthn = builder.forceAuthn;
        this.passive = builder.passive;
        this.appSwitch = builder.appSwitch;
        this.returnTo = builder.returnTo;
        this.stepUp = builder.stepUp;
    }

    /**
     * {@return a builder}
     *
     * @param browser whose login it is; the answer counts in this browser only
     */
    public static Builder builder(BrowserSession browser) {
        return new Builder(browser);
    }

    /** {@return whose login it is} */
    public BrowserSession browser() {
        return browser;
    }

    /** {@return the level, if another than the provider's minimum is wanted} */
    public Optional<AssuranceLevel> level() {
        return Optional.ofNullable(level);
    }

    /** {@return the kind of identity, if only one will do} */
    public Optional<SubjectKind> kind() {
        return Optional.ofNullable(kind);
    }

    /** {@return the kinds of credential that will do; any, if empty} */
    public List<CredentialType> credentialTypes() {
        return credentialTypes;
    }

    /** {@return the attribute profiles that are asked for (profile 4.0); those of the kind, if empty} */
    public List<String> attributeProfiles() {
        return attributeProfiles;
    }

    /** {@return whether the user must authenticate anew} */
    public boolean forceAuthn() {
        return forceAuthn;
    }

    /** {@return whether the identity provider must not show anything} */
    public boolean passive() {
        return passive;
    }

    /** {@return the device on which an app waits} */
    public Optional<AppPlatform> appSwitch() {
        return Optional.ofNullable(appSwitch);
    }

    /** {@return where the browser goes afterwards, if it is another page than the provider's default} */
    public Optional<String> returnTo() {
        return Optional.ofNullable(returnTo);
    }

    /** {@return whether it raises the level of a session, and whose it may become} */
    public StepUp stepUp() {
        return stepUp;
    }

    @Override
    public String toString() {
        return "LoginRequest(hidden)";
    }

    /** Whether a login raises the level of the browser's session. Whatever it is, an old session ends only when the new one begins. */
    public enum StepUp {
        /** A login like any other. */
        NONE,
        /** The subject must be that of the session; a login without a session is like any other. */
        SAME_SUBJECT,
        /** Another subject is accepted too; its predecessor's session is ended first. */
        ANY_SUBJECT
    }

    /** Builds a {@link LoginRequest}. Not thread-safe. */
    public static final class Builder {
        private static final int MOST = 10;

        private final BrowserSession browser;
        private @Nullable AssuranceLevel level;
        private @Nullable SubjectKind kind;
        private final Set<CredentialType> credentialTypes = new LinkedHashSet<>();
        private final Set<String> attributeProfiles = new LinkedHashSet<>();
        private boolean forceAuthn;
        private boolean passive;
        private @Nullable AppPlatform appSwitch;
        private @Nullable String returnTo;
        private StepUp stepUp = StepUp.NONE;

        private Builder(BrowserSession browser) {
            this.browser = Objects.requireNonNull(browser, "browser");
        }

        /** Asks for a level; the larger of this and the provider's minimum counts. */
        public Builder level(AssuranceLevel level) {
            this.level = level;
            return this;
        }

        /** Asks for a kind of identity; another is refused when the answer comes. */
        public Builder kind(SubjectKind kind) {
            this.kind = kind;
            return this;
        }

        /** Adds a kind of credential that will do. */
        public Builder credentialType(CredentialType type) {
            credentialTypes.add(type);
            return this;
        }

        /**
         * Adds an attribute profile to ask for; profile 4.0 only.
         *
         * @param uri such as {@link AttributeProfiles#PERSON_DK}
         */
        public Builder attributeProfile(String uri) {
            attributeProfiles.add(uri);
            return this;
        }

        /** Makes the user authenticate anew, even with a session at the identity provider. */
        public Builder forceAuthn() {
            this.forceAuthn = true;
            return this;
        }

        /** Asks without showing anything: who is not logged in gives {@link dk.borgerbro.eid.LoginResult.NotLoggedIn}. */
        public Builder passive() {
            this.passive = true;
            return this;
        }

        /** Brings the user back to an app after MitID's; the address is the one that the provider was set up with for this device. */
        public Builder appSwitch(AppPlatform platform) {
            this.appSwitch = platform;
            return this;
        }

        /**
         * Sets where the browser goes afterwards.
         *
         * @param path a path of the application, percent-encoded, with or without query, such as {@code /sager?side=2}; may come from
         *     a request, since addresses of others are refused
         */
        public Builder returnTo(String path) {
            this.returnTo = path;
            return this;
        }

        /** Raises the level of the browser's session; its subject must stay, which takes persistent names. */
        public Builder stepUp() {
            return stepUp(StepUp.SAME_SUBJECT);
        }

        /** Sets whether it raises the level of the browser's session, and whose it may become. */
        public Builder stepUp(StepUp stepUp) {
            this.stepUp = stepUp;
            return this;
        }

        /**
         * {@return the request}
         *
         * @throws InvalidInputException naming everything that cannot be asked for
         */
        public LoginRequest build() {
            List<Finding> findings = new ArrayList<>();
            if (level == AssuranceLevel.UNKNOWN) {
                findings.add(Finding.error("LEVEL", "level", "must be a level that can be reached"));
            }
            if (forceAuthn && passive) {
                findings.add(Finding.error(
                        "PASSIVE", "passive", "cannot go with forceAuthn: nobody can authenticate anew unseen"));
            }
            if (returnTo != null) {
                ReturnPath.problem(returnTo)
                        .ifPresent(problem -> findings.add(Finding.error("RETURN", "returnTo", problem)));
            }
            if (!attributeProfiles.stream().allMatch(CredentialType::isAbsolute)) {
                findings.add(Finding.error("PROFILE", "attributeProfile", "must be an absolute URI"));
            }
            if (attributeProfiles.size() > MOST || credentialTypes.size() > MOST) {
                findings.add(Finding.error(
                        "NUMBER",
                        "attributeProfile, credentialType",
                        "must be at most " + MOST + ": the request travels in an address"));
            }
            if (!findings.isEmpty()) {
                throw new InvalidInputException(CallReference.local("login", "start"), findings);
            }
            return new LoginRequest(this);
        }
    }
}
