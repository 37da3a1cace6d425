package dk.borgerbro.eid.internal.logout;

import dk.borgerbro.eid.AssuranceLevel;
import dk.borgerbro.eid.saml.ActiveSession;
import dk.borgerbro.eid.saml.NameId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A session as bytes. The first one is the version, so that nodes of two versions can share a store: what one cannot read is no session to it. */
final class SessionCodec {
    private static final int VERSION = 1;

    private SessionCodec() {}

    static byte[] write(ActiveSession session) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        NameId subject = session.subject();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(session.level().name());
            out.writeUTF(session.expiresAt().toString());
            out.writeUTF(subject.value());
            optional(out, subject.format().orElse(null));
            optional(out, subject.nameQualifier().orElse(null));
            optional(out, subject.spNameQualifier().orElse(null));
            optional(out, session.sessionIndex().orElse(null));
        } catch (IOException e) {
            throw new UncheckedIOException("a name in the session is longer than 65,535 bytes", e);
        }
        return bytes.toByteArray();
    }

    static Optional<ActiveSession> read(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            return in.readByte() == VERSION ? Optional.of(session(in)) : Optional.empty();
        } catch (IOException | IllegalArgumentException | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ActiveSession session(DataInputStream in) throws IOException {
        AssuranceLevel level = AssuranceLevel.valueOf(in.readUTF());
        Instant expiresAt = Instant.parse(in.readUTF());
        NameId subject = NameId.of(in.readUTF());
        String format = optional(in);
        subject = format == null ? subject : subject.withFormat(format);
        String qualifier = optional(in);
        subject = qualifier == null ? subject : subject.withNameQualifier(qualifier);
        String spQualifier = optional(in);
        subject = spQualifier == null ? subject : subject.withSpNameQualifier(spQualifier);
        ActiveSession session = ActiveSession.of(subject, level, expiresAt);
        String index = optional(in);
        return index == null ? session : session.withSessionIndex(index);
    }

    private static void optional(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String optional(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }
}
