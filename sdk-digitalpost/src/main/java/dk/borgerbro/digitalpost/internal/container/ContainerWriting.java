package dk.borgerbro.digitalpost.internal.container;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.Finding;
import dk.borgerbro.core.error.InvalidInputException;
import dk.borgerbro.digitalpost.MemoFile;
import dk.borgerbro.digitalpost.internal.memo.ExactStream;
import dk.borgerbro.digitalpost.internal.memo.KnownSizes;
import dk.borgerbro.digitalpost.internal.memo.MemoXml;
import dk.borgerbro.digitalpost.memo.Message;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;

/** One container while it is written. Not thread-safe. */
public final class ContainerWriting {
    private static final CallReference WRITE = CallReference.local("digitalpost", "write container");
    private static final int BLOCK = 10_240;
    /** 2000-01-01: the same messages give the same bytes, and unpacking tools take no offence. */
    private static final long FIXED_TIME_MILLIS = 946_684_800_000L;

    private static final int OWNER_READS_AND_WRITES = 0600;

    private final Set<UUID> ids = new HashSet<>();
    private final LzmaOutput lzma;
    private final TarArchiveOutputStream tar;
    private boolean broken;
    private long messageBytes;

    /** Begins; nothing is written yet. */
    public ContainerWriting(OutputStream out) throws IOException {
        lzma = new LzmaOutput(out);
        tar = new TarArchiveOutputStream(lzma, BLOCK, StandardCharsets.UTF_8.name());
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
    }

    /** Adds a message. */
    public void add(Message message) throws IOException {
        UUID uuid = message.header().messageUuid();
        refuseSecond(uuid);
        KnownSizes sizes = new KnownSizes();
        long length = MemoXml.length(message, sizes);
        entry(uuid, uuid.toString(), length, out -> MemoXml.write(message, out, sizes));
    }

    /** Adds a finished message. */
    public void add(MemoFile memo) throws IOException {
        refuseSecond(memo.messageUuid());
        entry(memo.messageUuid(), memo.messageUuidText(), memo.size(), out -> {
            try (InputStream in = new ExactStream(memo.content().open(), memo.size())) {
                in.transferTo(out);
            }
        });
    }

    /** {@return how many messages were added} */
    public int messages() {
        return ids.size();
    }

    /** {@return bytes of all messages} */
    public long messageBytes() {
        return messageBytes;
    }

    /** Writes the end of archive and compression. */
    public void finish() throws IOException {
        refuseBroken();
        if (ids.isEmpty()) {
            throw refused("TAR-EMPTY", "has no message; a container needs at least one");
        }
        broken = true;
        tar.finish();
        lzma.finish();
    }

    private void entry(UUID uuid, String name, long length, Content content) throws IOException {
        refuseBroken();
        TarArchiveEntry entry = new TarArchiveEntry(name + ".xml");
        entry.setSize(length);
        entry.setModTime(FIXED_TIME_MILLIS);
        entry.setMode(OWNER_READS_AND_WRITES);
        // The library fills in who runs this program.
        entry.setUserName("");
        entry.setGroupName("");
        broken = true;
        tar.putArchiveEntry(entry);
        content.write(tar);
        tar.closeArchiveEntry();
        broken = false;
        ids.add(uuid);
        messageBytes += length;
    }

    private void refuseSecond(UUID uuid) {
        if (ids.contains(uuid)) {
            throw refused("V04", "holds a message of this id already; each message needs an id of its own");
        }
    }

    private void refuseBroken() throws IOException {
        if (broken) {
            throw new IOException("the container is finished, or cut off by an earlier failure; begin another");
        }
    }

    private static InvalidInputException refused(String rule, String message) {
        return new InvalidInputException(WRITE, List.of(Finding.error(rule, "", message)));
    }

    @FunctionalInterface
    private interface Content {
        void write(OutputStream out) throws IOException;
    }
}
