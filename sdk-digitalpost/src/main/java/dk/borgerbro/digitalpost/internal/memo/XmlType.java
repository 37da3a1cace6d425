package dk.borgerbro.digitalpost.internal.memo;

/** What an element of the schema holds: other elements in order, a text, or the content of a file. */
sealed interface XmlType permits Sequence, TextKind, FileContent {}
