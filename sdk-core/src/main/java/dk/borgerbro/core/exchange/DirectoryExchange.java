package dk.borgerbro.core.exchange;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dk.borgerbro.core.error.CallReference;
import dk.borgerbro.core.error.ConfigurationException;
import dk.borgerbro.core.error.OutcomeUnknownException;
import dk.borgerbro.core.error.TransportException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An exchange through a directory. */
final class DirectoryExchange implements FileExchange {
    private static final int MOST_ENTRIES = 10_000;
    private static final Comparator<Entry> OLDEST_FIRST =
            Comparator.comparing(Entry::modifiedAt).thenComparing(Entry::name);

    private final Path directory;
    private final Consumer<Step> after;

    /** The steps of putting, between which a crash may fall. */
    enum Step {
        WRITTEN,
        SYNCED,
        PUBLISHED,
        DONE
    }

    DirectoryExchange(Path directory, Consumer<Step> after) {
        this.directory = directory;
        this.after = after;
    }

    static DirectoryExchange over(Path directory) {
        try {
            Path real = directory.toRealPath();
            if (Files.isDirectory(real, NOFOLLOW_LINKS)) {
                return new DirectoryExchange(real, step -> {});
            }
        } catch (IOException e) {
            // Said below.
        }
        throw new ConfigurationException("exchange", List.of(directory + " is no directory that can be opened"));
    }

    @Override
    public void put(String name, Source source) {
        Path target = directory.resolve(ExchangeName.require("put", name));
        if (Files.exists(target, NOFOLLOW_LINKS)) {
            throw ExchangeName.taken();
        }
        PartFile part = new PartFile(directory.resolve(name + "." + UUID.randomUUID() + ".part"));
        try {
            part.write(source, after);
            part.publishAs(target);
        } finally {
            part.delete();
        }
        after.accept(Step.PUBLISHED);
        try {
            syncDirectory();
        } catch (IOException e) {
            throw new OutcomeUnknownException(
                    CallReference.local("exchange", "put"), "the directory could not be forced to disk", e);
        }
        after.accept(Step.DONE);
    }

    @Override
    public List<Entry> list() {
        PriorityQueue<Entry> oldest = new PriorityQueue<>(OLDEST_FIRST.reversed());
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, DirectoryExchange::isNamedWell)) {
            for (Path file : files) {
                addIfComplete(file, oldest);
                if (oldest.size() > MOST_ENTRIES) {
                    oldest.remove();
                }
            }
        } catch (DirectoryIteratorException e) {
            throw failed("list", "the directory could not be read", e.getCause());
        } catch (IOException e) {
            throw failed("list", "the directory could not be read", e);
        }
        List<Entry> sorted = new ArrayList<>(oldest);
        sorted.sort(OLDEST_FIRST);
        return List.copyOf(sorted);
    }

    @Override
    public InputStream get(String name) {
        Path file = directory.resolve(ExchangeName.require("get", name));
        try {
            // Opening a pipe or a device would wait for ever.
            if (!Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS)
                    .isRegularFile()) {
                throw failed("get", "'" + name + "' is a link or no file at all", null);
            }
            return Files.newInputStream(file, NOFOLLOW_LINKS);
        } catch (NoSuchFileException e) {
            throw failed("get", "'" + name + "' is not there; it may have been removed meanwhile", e);
        } catch (IOException e) {
            throw failed("get", "'" + name + "' could not be opened", e);
        }
    }

    @Override
    public void remove(String name) {
        Path file = directory.resolve(ExchangeName.require("remove", name));
        try {
            if (Files.isDirectory(file, NOFOLLOW_LINKS)) {
                throw failed("remove", "'" + name + "' is a folder", null);
            }
            if (Files.deleteIfExists(file)) {
                syncDirectory();
            }
        } catch (IOException e) {
            throw failed("remove", "'" + name + "' could not be removed", e);
        }
    }

    @Override
    public void close() {
        // Nothing stays open between calls.
    }

    private static boolean isNamedWell(Path file) {
        return ExchangeName.isValid(file.getFileName().toString());
    }

    private static void addIfComplete(Path file, PriorityQueue<Entry> entries) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class, NOFOLLOW_LINKS);
            if (attributes.isRegularFile()) {
                entries.add(new Entry(
                        file.getFileName().toString(),
                        attributes.size(),
                        attributes.lastModifiedTime().toInstant()));
            }
        } catch (NoSuchFileException e) {
            // Somebody took it between looking and asking.
        }
    }

    /** Makes names survive a power failure; Windows has no such call and needs none. */
    private void syncDirectory() throws IOException {
        if (PartFile.knowsOwners(directory)) {
            try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static TransportException failed(String operation, String message, @Nullable IOException cause) {
        return new TransportException(CallReference.local("exchange", operation), "failed: " + message, cause);
    }
}
