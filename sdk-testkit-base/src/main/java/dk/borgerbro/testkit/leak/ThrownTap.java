package dk.borgerbro.testkit.leak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedClass;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordedFrame;
import jdk.jfr.consumer.RecordedStackTrace;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of every exception that is made anywhere in the JVM, also of those that a test catches and looks at no further:
 * the JDK's own Flight Recorder notes them. They can be read only afterwards, so this is no {@link Tap}.
 */
final class ThrownTap {
    private final @Nullable Recording recording;

    private ThrownTap(@Nullable Recording recording) {
        this.recording = recording;
    }

    /** {@return a running tap; it sees nothing on a JVM without a Flight Recorder} */
    static ThrownTap start() {
        if (!FlightRecorder.isAvailable()) {
            return new ThrownTap(null);
        }
        Recording recording = new Recording();
        for (String event : List.of("jdk.JavaExceptionThrow", "jdk.JavaErrorThrow")) {
            // Since JDK 25 exceptions are sampled unless one asks for all; older JDKs ignore the setting.
            recording.enable(event).with("throttle", "off").withStackTrace();
        }
        recording.setToDisk(true);
        recording.start();
        return new ThrownTap(recording);
    }

    /** Stops and reads. */
    void finish(Reader reader) {
        if (recording == null) {
            return;
        }
        try (recording) {
            recording.stop();
            Path file = Files.createTempFile("thrown", ".jfr");
            try {
                recording.dump(file);
                read(file, reader);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the recording of exceptions cannot be read", e);
        }
    }

    private static void read(Path file, Reader reader) throws IOException {
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                RecordedClass type = event.hasField("thrownClass") ? event.getClass("thrownClass") : null;
                String message = type == null ? null : event.getString("message");
                if (type != null && message != null) {
                    reader.thrown(
                            new Thrown(type.getName(), message, origin(event.getStackTrace()), event.getStartTime()));
                }
            }
        }
    }

    /** The first frame that is not the making of the exception itself. */
    private static String origin(@Nullable RecordedStackTrace trace) {
        if (trace == null) {
            return "unknown";
        }
        for (RecordedFrame frame : trace.getFrames()) {
            if (!frame.getMethod().getName().equals("<init>")) {
                return frame.getMethod().getType().getName() + "."
                        + frame.getMethod().getName() + ":" + frame.getLineNumber();
            }
        }
        return "unknown";
    }

    /** Takes what was read. */
    interface Reader {
        void thrown(Thrown thrown);
    }

    /**
     * An exception that was made.
     *
     * @param type class name
     * @param message as given to the constructor
     * @param origin method and line that made it
     * @param at when
     */
    record Thrown(String type, String message, String origin, Instant at) {
        @Override
        public String toString() {
            return type;
        }
    }
}
