package dk.borgerbro.core.support;

/** What may be done about a call that fails. */
public enum CallKind {
    /** Changes nothing: may be repeated whenever no usable answer came. */
    READ,
    /** Changes something: repeated only if certainly no byte of it left. */
    WRITE,
    /** Changes something, but the service recognises a repeat of the same ids: may be repeated like a read. */
    DEDUPLICATED_WRITE
}
