package dk.borgerbro.testkit.leak;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Listens to {@link System#out} or {@link System#err}; what is printed goes its way unchanged. */
final class StreamTap implements Tap {
    private final String name;
    private final PrintStream original;
    private final Consumer<PrintStream> setter;
    private final Lines lines;
    private final PrintStream tee;

    private StreamTap(String name, PrintStream original, Consumer<PrintStream> setter, LeakLog log) {
        this.name = name;
        this.original = original;
        this.setter = setter;
        this.lines = new Lines(name, original, log);
        this.tee = new PrintStream(lines, true, Charset.defaultCharset());
    }

    static StreamTap out(LeakLog log) {
        return new StreamTap("System.out", System.out, System::setOut, log);
    }

    static StreamTap err(LeakLog log) {
        return new StreamTap("System.err", System.err, System::setErr, log);
    }

    @Override
    public void attach() {
        // A test that captures the stream itself keeps it: whatever it captures, it looks at.
        if (current().equals(original)) {
            setter.accept(tee);
        }
    }

    @Override
    public void close() {
        lines.endOfLine();
        if (current().equals(tee)) {
            setter.accept(original);
        }
    }

    private PrintStream current() {
        return name.equals("System.out") ? System.out : System.err;
    }

    /** Passes bytes on and shows them to the log line by line, because a value may come in several writes. */
    private static final class Lines extends OutputStream {
        private static final int LONGEST = 64 * 1024;

        private final String name;
        private final PrintStream original;
        private final LeakLog log;
        private final ReentrantLock lock = new ReentrantLock();
        private final ByteArrayOutputStream line = new ByteArrayOutputStream();

        Lines(String name, PrintStream original, LeakLog log) {
            this.name = name;
            this.original = original;
            this.log = log;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            original.write(bytes, offset, length);
            lock.lock();
            try {
                for (int i = offset; i < offset + length; i++) {
                    line.write(bytes[i]);
                    if (bytes[i] == '\n' || line.size() >= LONGEST) {
                        endOfLine();
                    }
                }
            } finally {
                lock.unlock();
            }
        }

        @Override
        public void flush() {
            original.flush();
        }

        void endOfLine() {
            lock.lock();
            try {
                String text = line.toString(Charset.defaultCharset());
                line.reset();
                log.see(name, text);
            } finally {
                lock.unlock();
            }
        }
    }
}
