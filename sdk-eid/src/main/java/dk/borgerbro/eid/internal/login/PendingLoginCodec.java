package dk.borgerbro.eid.internal.login;

import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.SubjectKind;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Optional;

/** A pending login as bytes: a version, then the fields in order. Enums go by name, so that a new constant changes nothing. */
final class PendingLoginCodec {
    private static final int VERSION = 1;

    private PendingLoginCodec() {}

    static byte[] write(PendingLogin login) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(login.requestId());
            out.writeUTF(login.relayState());
            out.writeLong(login.sentAt().toEpochMilli());
            out.writeUTF(login.required().name());
            out.writeUTF(login.kind().map(SubjectKind::name).orElse(""));
            out.writeBoolean(login.forceAuthn());
            out.writeUTF(login.returnTo());
            out.writeUTF(login.heldSubject().orElse(""));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot happen in memory", e);
        }
        return bytes.toByteArray();
    }

    /** {@return the login, empty if the bytes are of another version or damaged: then it is as if it had never begun} */
    static Optional<PendingLogin> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readUnsignedByte() != VERSION) {
                return Optional.empty();
            }
            PendingLogin login = new PendingLogin(
                    in.readUTF(),
                    in.readUTF(),
                    Instant.ofEpochMilli(in.readLong()),
                    AssuranceLevel.valueOf(in.readUTF()),
                    optional(in.readUTF()).map(SubjectKind::valueOf),
                    in.readBoolean(),
                    in.readUTF(),
                    optional(in.readUTF()));
            return in.read() == -1 ? Optional.of(login) : Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> optional(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
