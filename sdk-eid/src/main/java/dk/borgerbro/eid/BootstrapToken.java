package dk.borgerbro.eid;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidMessageException;
import dk.borgerbro.eid.internal.encoding.Base64Text;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/**
 * A token with which a service gets tokens for other services on behalf of the user (OIO IDWS bootstrap token): a SAML assertion, usually
 * encrypted for the token service. Its bytes are passed on as they are; this service can read nothing in them. Immutable. Whoever has it
 * may act for the user: it prints nothing.
 */
public final class BootstrapToken {
    private final byte[] bytes;

    private BootstrapToken(byte[] bytes) {
        this.bytes = bytes;
    }

    /** {@return a token of these bytes, which are copied} */
    public static BootstrapToken of(byte[] bytes) {
        return new BootstrapToken(bytes.clone());
    }

    /**
     * {@return the token in an attribute value}
     *
     * @throws InvalidMessageException if the text is not base64 of at least one byte; whoever sent it must act
     */
    public static BootstrapToken parse(String base64) {
        byte[] bytes = Base64Text.decode(base64).orElseGet(() -> new byte[0]);
        if (bytes.length == 0) {
            throw new InvalidMessageException(
                    CallReference.local("login", "bootstrapToken"),
                    List.of(Finding.error("BOOTSTRAP-TOKEN", "", "the bootstrap token is not base64, or is empty")));
        }
        return new BootstrapToken(bytes);
    }

    /** {@return a copy of the token} */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** {@return the token in base64 without line breaks: what {@link #parse} takes} */
    public String toBase64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof BootstrapToken that && MessageDigest.isEqual(bytes, that.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return "BootstrapToken(hidden)";
    }
}
