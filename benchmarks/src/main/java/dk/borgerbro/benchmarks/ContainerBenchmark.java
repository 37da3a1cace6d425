package dk.borgerbro.benchmarks;

import dk.borgerbro.digitalpost.container.ContainerReader;
import dk.borgerbro.digitalpost.container.ContainerWriter;
import dk.borgerbro.digitalpost.memo.Message;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.LZMAInputStream;
import org.tukaani.xz.LZMAOutputStream;

/** A container of 1,000 letters with PDFs: written by us and by presets of the library, read by us and by the library's decoder alone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@SuppressWarnings("NullAway.Init") // JMH calls prepare() before anything else
public class ContainerBenchmark {
    private static final int LETTERS = 1000;
    private static final int WARM_UP_LETTERS = 60;

    /** How much of each PDF of 20 kB all letters share, in per cent. */
    @Param({"0", "75"})
    private int shared;

    private List<Message> letters;
    private byte[] container;
    private byte[] tar;

    /** Makes the letters and a container of them, and warms the code up. */
    @Setup(Level.Trial)
    public void prepare() throws IOException {
        letters = PdfLetters.of(WARM_UP_LETTERS, shared);
        container = ours();
        tar = unpack();
        for (int i = 0; i < 2; i++) {
            read();
            decode();
            preset(3);
            preset(0);
            ours();
        }
        letters = PdfLetters.of(LETTERS, shared);
        container = ours();
        tar = unpack();
    }

    /** {@return bytes written} */
    @Benchmark
    public long write(Figures figures) throws IOException {
        return figures.of(() -> ours().length);
    }

    /** {@return bytes written} */
    @Benchmark
    public long preset3(Figures figures) throws IOException {
        return figures.of(() -> preset(3).length);
    }

    /** {@return bytes written} */
    @Benchmark
    public long preset0(Figures figures) throws IOException {
        return figures.of(() -> preset(0).length);
    }

    /** {@return bytes read} */
    @Benchmark
    public long read(Figures figures) throws IOException {
        return figures.of(this::read);
    }

    /** {@return bytes decoded} */
    @Benchmark
    public long decoder(Figures figures) throws IOException {
        return figures.of(this::decode);
    }

    private long read() throws IOException {
        Forget forget = new Forget();
        ContainerReader.create()
                .read(
                        new ByteArrayInputStream(container),
                        entry -> entry.content().transferTo(forget));
        return forget.bytes;
    }

    private long decode() throws IOException {
        Forget forget = new Forget();
        try (InputStream in =
                new LZMAInputStream(new BufferedInputStream(new ByteArrayInputStream(container), 65_536))) {
            in.transferTo(forget);
        }
        return forget.bytes;
    }

    private byte[] ours() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter.write(out, container -> {
            for (Message letter : letters) {
                container.add(letter);
            }
        });
        return out.toByteArray();
    }

    /** Compresses the same archive, made beforehand. */
    private byte[] preset(int preset) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream lzma =
                new LZMAOutputStream(new BufferedOutputStream(out, 65_536), new LZMA2Options(preset), -1)) {
            lzma.write(tar);
        }
        return out.toByteArray();
    }

    private byte[] unpack() throws IOException {
        try (InputStream in = new LZMAInputStream(new ByteArrayInputStream(container))) {
            return in.readAllBytes();
        }
    }

    /** What stands beside the time by the clock, which on a shared machine says little about work of many seconds. */
    @State(Scope.Thread)
    @AuxCounters(AuxCounters.Type.EVENTS)
    public static class Figures {
        /** What was written or read. */
        public long bytes;
        /** Time that the processor spent, in milliseconds. */
        public long processor;

        long of(Work work) throws IOException {
            ThreadMXBean threads = ManagementFactory.getThreadMXBean();
            long start = threads.getCurrentThreadCpuTime();
            bytes = work.run();
            processor = TimeUnit.NANOSECONDS.toMillis(threads.getCurrentThreadCpuTime() - start);
            return bytes;
        }
    }

    /** What is measured. */
    interface Work {
        long run() throws IOException;
    }

    private static final class Forget extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int offset, int length) {
            bytes += length;
        }
    }
}
