package dk.borgerbro.digitalpost.memo;

import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.Severity;
import dk.borgerbro.digitalpost.internal.memo.MessageRules;
import java.util.List;

/**
 * Checks a message that is to be sent, and returns everything it finds. Immutable and thread-safe; opens no document
 * unless told to.
 *
 * <p>Rules, by the ids that findings carry: V04 UUIDs of version 4 · V05 times with a year of four digits · V06 lengths in characters
 * (code points) and numbers; V06w a notification of 151 to 160 · V07 language · V08 required texts and files · V09 representatives in
 * 1.2 only · V10 https addresses · V11 characters of file names · V12 reservation or entry point · V13 numbers of repeated elements ·
 * V14 CPR and CVR numbers; V14w their kind in small letters · V15 body and notification by message type · V16 sizes · V17 content
 * there and not empty · V18 file types and what files are called (a warning by default) · V21 permissions · V22 contact point ids · V23w action codes · V24w end before start · XML-CHAR characters that
 * XML cannot carry. The types and the writer hold V01 to V03: no other message can be made.
 *
 * <p>Findings name the element by path, such as {@code /Message/MessageBody/MainDocument/File/filename}, with a position from 1 where
 * there are several of a name, and never repeat a value.
 */
public final class MemoValidator {
    private final MemoLimits limits;
    private final boolean mandatoryPost;
    private final boolean legalNotification;
    private final FileTypes fileTypes;
    private final Severity fileTypeSeverity;
    private final boolean opensDocuments;

    private MemoValidator(
            MemoLimits limits,
            boolean mandatoryPost,
            boolean legalNotification,
            FileTypes fileTypes,
            Severity fileTypeSeverity,
            boolean opensDocuments) {
        this.limits = limits;
        this.mandatoryPost = mandatoryPost;
        this.legalNotification = legalNotification;
        this.fileTypes = fileTypes;
        this.fileTypeSeverity = fileTypeSeverity;
        this.opensDocuments = opensDocuments;
    }

    /** {@return a validator with the default limits, for a sender without special permissions} */
    public static MemoValidator forSending() {
        return new MemoValidator(MemoLimits.defaults(), false, false, FileTypes.defaults(), Severity.WARNING, false);
    }

    /** {@return this validator with other limits} */
    public MemoValidator withLimits(MemoLimits limits) {
        return with(limits, mandatoryPost, legalNotification);
    }

    /** {@return this validator for a sender that may, or may not, send mandatory post} */
    public MemoValidator withMandatoryPost(boolean allowed) {
        return with(limits, allowed, legalNotification);
    }

    /** {@return this validator for a sender that may, or may not, serve legal notifications (da: forkyndelse)} */
    public MemoValidator withLegalNotification(boolean allowed) {
        return with(limits, mandatoryPost, allowed);
    }

    private MemoValidator with(MemoLimits otherLimits, boolean mandatory, boolean legal) {
        return new MemoValidator(otherLimits, mandatory, legal, fileTypes, fileTypeSeverity, opensDocuments);
    }

    /**
     * {@return this validator with another list of file types}
     *
     * @param severity of what V18 finds; a warning by default, because the agency's list is not openly published
     */
    public MemoValidator withFileTypes(FileTypes types, Severity severity) {
        return new MemoValidator(limits, mandatoryPost, legalNotification, types, severity, opensDocuments);
    }

    /**
     * {@return this validator, which opens each document, or does not, and looks whether its first bytes fit its type (V18)}
     *
     * <p>Not done by default. {@link MemoChecker} always looks, since it reads the documents anyway.
     */
    public MemoValidator withOpenedDocuments(boolean open) {
        return new MemoValidator(limits, mandatoryPost, legalNotification, fileTypes, fileTypeSeverity, open);
    }

    /** {@return the limits} */
    public MemoLimits limits() {
        return limits;
    }

    /** {@return whether mandatory post passes} */
    public boolean allowsMandatoryPost() {
        return mandatoryPost;
    }

    /** {@return whether legal notifications pass} */
    public boolean allowsLegalNotification() {
        return legalNotification;
    }

    /** {@return the types of files that are let pass} */
    public FileTypes fileTypes() {
        return fileTypes;
    }

    /** {@return how much a file of another type weighs} */
    public Severity fileTypeSeverity() {
        return fileTypeSeverity;
    }

    /** {@return whether documents are opened} */
    public boolean opensDocuments() {
        return opensDocuments;
    }

    /** {@return everything found, warnings included; empty if the message may be sent} */
    public List<Finding> validate(Message message) {
        return MessageRules.check(message, this, file -> file.content().size());
    }
}
