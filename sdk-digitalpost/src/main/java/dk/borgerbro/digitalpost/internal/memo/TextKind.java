package dk.borgerbro.digitalpost.internal.memo;

/** The simple types of MeMo with their longest value in characters (code points). */
enum TextKind implements XmlType {
    /** memoTextType. */
    TEXT(256),
    /** A memoTextType that must not be blank. */
    REQUIRED_TEXT(256),
    /** memoCommentType. */
    COMMENT(512),
    /** memoNotificationType. */
    NOTIFICATION(160),
    /** A memoTextType that names a file. */
    FILENAME(256),
    /** A memoTextType that holds a UUID of any version. */
    CONTACT_POINT(256),
    /** memoUriType, https only. */
    HTTPS_ADDRESS(256),
    /** memoUuidType: version 4 only. */
    UUID_V4(36),
    /** memoDateTimeType. */
    DATE_TIME(40),
    /** xs:date. */
    DATE(10),
    /** xs:boolean. */
    FLAG(5),
    /** memoLanguageType. */
    LANGUAGE(2),
    /** memoLicenseNumberType. */
    LICENSE_NUMBER(7),
    /** memoGLNType. */
    GLN(13),
    /** memoPNumberType. */
    P_NUMBER(10),
    /** memoMessageType. */
    MESSAGE_TYPE(11);

    private final int longest;

    TextKind(int longest) {
        this.longest = longest;
    }

    /** {@return whether the schema reads it without the white space around it} */
    boolean collapses() {
        return switch (this) {
            case DATE_TIME, DATE, FLAG, LANGUAGE, GLN, P_NUMBER, HTTPS_ADDRESS -> true;
            default -> false;
        };
    }

    int longest() {
        return longest;
    }
}
