package dk.borgerbro.benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.DoubleStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs {@link PipelineBenchmark} so that the two sides take turns, each time in a JVM of its own, and prints how they compare: what
 * else the machine does then falls on both, and medians pass over its worst moments. The service runs in this JVM, so that its work is not counted.
 */
public final class PipelineOverhead {
    private static final int ROUNDS = 5;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private PipelineOverhead() {}

    /** Runs the comparison. */
    public static void main(String[] arguments) throws Exception {
        Path root = Files.createTempFile("borgerbro-root", ".cer");
        try (LoopbackService service = new LoopbackService()) {
            Files.write(root, service.root());
            compare(service.address().toString(), root.toString());
        } finally {
            Files.delete(root);
        }
    }

    private static void compare(String address, String root) throws RunnerException {
        double[][] time = new double[2][ROUNDS];
        double[][] bytes = new double[2][ROUNDS];
        String[] sides = {"bareHttpClient", "pipeline"};
        for (int round = 0; round < ROUNDS; round++) {
            for (int side = 0; side < sides.length; side++) {
                RunResult result = run(sides[side], address, root);
                time[side][round] = result.getPrimaryResult().getStatistics().getPercentile(50);
                bytes[side][round] = Objects.requireNonNull(
                                result.getSecondaryResults().get(ALLOCATED), ALLOCATED)
                        .getScore();
            }
        }
        print("time, us per call", time);
        print("allocation, bytes per call", bytes);
    }

    private static RunResult run(String side, String address, String root) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(PipelineBenchmark.class.getName() + "." + side + "$")
                .addProfiler(GCProfiler.class)
                .forks(1)
                .jvmArgs(
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        define(PipelineBenchmark.ADDRESS, address),
                        define(PipelineBenchmark.ROOT, root))
                .warmupIterations(8)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(5)
                .measurementTime(TimeValue.seconds(1))
                .build();
        Collection<RunResult> results = new Runner(options).run();
        return results.iterator().next();
    }

    private static String define(String name, String value) {
        return "-D" + name + "=" + value;
    }

    private static void print(String what, double[][] values) {
        double bare = median(values[0]);
        double pipeline = median(values[1]);
        System.out.printf(
                Locale.ROOT, "%s: HttpClient %.1f, pipeline %.1f, ratio %.3f%n", what, bare, pipeline, pipeline / bare);
    }

    private static double median(double[] values) {
        return DoubleStream.of(values)
                .sorted()
                .skip(values.length / 2)
                .findFirst()
                .orElseThrow();
    }
}
