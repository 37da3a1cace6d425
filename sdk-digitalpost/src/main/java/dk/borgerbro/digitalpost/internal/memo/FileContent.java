package dk.borgerbro.digitalpost.internal.memo;

/** The type of the one element that holds base64 of any length. */
enum FileContent implements XmlType {
    BASE64
}
