package dk.borgerbro.eid.internal.identity;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.Attributes;
import dk.borgerbro.eid.Identity;
import dk.borgerbro.eid.OioAttribute;
import dk.borgerbro.eid.SubjectId;
import dk.borgerbro.eid.SubjectKind;
import dk.borgerbro.eid.internal.saml.AssertionContent;
import dk.borgerbro.eid.internal.saml.AssertionContent.Subject;
import dk.borgerbro.eid.saml.LoginCheck;
import dk.borgerbro.eid.saml.LoginRejectedException;
import dk.borgerbro.eid.saml.NameId;
import org.jspecify.annotations.Nullable;

/**
 * From a verified assertion to an identity: checks R18, R22 and R23, and the value for R24. Two methods, since other checks come in
 * between. Immutable and thread-safe.
 */
public final class IdentityReader {
    private final LevelRule level;

    private IdentityReader(LevelRule level) {
        this.level = level;
    }

    /** {@return a reader for OIOSAML 3.0} */
    public static IdentityReader oio3() {
        return new IdentityReader(new LevelRule(false, false));
    }

    /** {@return a reader for OIOSAML 4.0, whose level may have another name} */
    public static IdentityReader oio4() {
        return new IdentityReader(new LevelRule(true, false));
    }

    /**
     * {@return a reader that also takes the level of OIOSAML 2 ({@code AssuranceLevel}), where there is no other; it never proves
     * {@link AssuranceLevel#HIGH}}
     */
    public IdentityReader acceptingLegacyLevel() {
        return new IdentityReader(new LevelRule(level.oio4(), true));
    }

    /**
     * {@return who the assertion is about}
     *
     * @throws LoginRejectedException of {@link LoginCheck#R18_SUBJECT}
     */
    public SubjectId subject(AssertionContent content) {
        NameId name = content.subject()
                .flatMap(Subject::nameId)
                .orElseThrow(() -> refused("Subject", "there must be a subject with a NameID"));
        String format = name.format().orElseThrow(() -> refused("Subject/NameID", "the Format is missing"));
        if (!format.equals(NameId.PERSISTENT) && !format.equals(NameId.TRANSIENT)) {
            throw refused("Subject/NameID", "the Format is neither persistent nor transient");
        }
        try {
            return SubjectId.parse(name.value());
        } catch (InvalidInputException e) {
            throw refused("Subject/NameID", "the value is not an identifier of the profile's form");
        }
    }

    /**
     * {@return the identity; its level is {@link AssuranceLevel#UNKNOWN} if the assertion has none or no known one, and was compared with
     * nothing}
     *
     * @param subject from {@link #subject}
     * @param requested the kind that was asked for, null if any will do
     * @throws LoginRejectedException of {@link LoginCheck#R22_ATTRIBUTES} or {@link LoginCheck#R23_ATTRIBUTE_PROFILE}
     */
    public Identity identity(AssertionContent content, SubjectId subject, @Nullable SubjectKind requested) {
        Attributes attributes = StatementReader.attributes(content.attributeStatements());
        Identity identity = identity(subject, attributes);
        if (TypedValue.text(attributes, OioAttribute.SPEC_VERSION).isEmpty()) {
            throw refused(ProfileRules.breach(OioAttribute.SPEC_VERSION, "is missing or blank, but mandatory"));
        }
        if (requested != null && requested != subject.kind()) {
            throw LoginRejectedException.of(
                    LoginCheck.R23_ATTRIBUTE_PROFILE,
                    "Subject/NameID",
                    "asked for a " + requested + ", got a " + subject.kind());
        }
        return identity;
    }

    private Identity identity(SubjectId subject, Attributes attributes) {
        try {
            return Identity.of(subject, level.level(attributes), attributes);
        } catch (InvalidInputException e) {
            throw refused(e.findings().get(0));
        }
    }

    private static LoginRejectedException refused(String path, String reason) {
        return LoginRejectedException.of(LoginCheck.R18_SUBJECT, path, reason);
    }

    private static LoginRejectedException refused(Finding finding) {
        return LoginRejectedException.of(LoginCheck.valueOf(finding.rule()), finding.path(), finding.message());
    }
}
