package dk.borgerbro.benchmarks;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link LoginBenchmark} so that the sides take turns, each time in a JVM of its own, and prints how they compare. */
public final class LoginOverhead {
    private static final int ROUNDS = 3;
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private LoginOverhead() {}

    /** Runs the comparison; with the argument {@code cold}, says how long the first login takes in this JVM. */
    public static void main(String[] arguments) throws RunnerException {
        if (Arrays.asList(arguments).contains("cold")) {
            cold();
            return;
        }
        for (String bits : new String[] {"2048", "3072"}) {
            compare(bits, "answerByBareJca", "answer", "answerOnNativeProvider");
            compare(bits, "requestByBareJca", "request");
        }
    }

    /** The first login of this JVM without the identity provider's part. Making its keys has loaded some of the JDK's cryptography before. */
    private static void cold() {
        LoginBenchmark login = new LoginBenchmark();
        login.bits = 2048;
        login.prepare();
        long start = System.nanoTime();
        login.answer();
        System.out.printf(
                Locale.ROOT,
                "cold: set-up and request %d ms, answer %d ms%n",
                login.setUp / 1_000_000,
                (System.nanoTime() - start) / 1_000_000);
    }

    private static void compare(String bits, String floor, String... others) throws RunnerException {
        Map<String, Side> sides = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            sides.computeIfAbsent(floor, name -> new Side()).add(round, run(floor, bits));
            for (String other : others) {
                sides.computeIfAbsent(other, name -> new Side()).add(round, run(other, bits));
            }
        }
        Side bare = Objects.requireNonNull(sides.get(floor), floor);
        sides.forEach((name, side) -> System.out.printf(
                Locale.ROOT,
                "RSA %s, %s: first percentile %.0f us (%.2f), median %.0f us (%.2f), %.0f bytes%n",
                bits,
                name,
                side.least,
                side.least / bare.least,
                side.median(),
                side.median() / bare.median(),
                side.bytes));
    }

    private static RunResult run(String side, String bits) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(LoginBenchmark.class.getName() + "." + side + "$")
                .param("bits", bits)
                .addProfiler(GCProfiler.class)
                .forks(1)
                .jvmArgs("-Xmx512m", "-XX:+UseSerialGC")
                .warmupIterations(8)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(4)
                .measurementTime(TimeValue.seconds(1))
                .build();
        return new Runner(options).run().iterator().next();
    }

    /** What was measured of one side. */
    private static final class Side {
        private final double[] medians = new double[ROUNDS];
        private double least = Double.MAX_VALUE;
        private double bytes;

        void add(int round, RunResult result) {
            // The least of all is luck; one in a hundred is what the machine does when nobody disturbs it.
            least = Math.min(least, result.getPrimaryResult().getStatistics().getPercentile(1));
            medians[round] = result.getPrimaryResult().getStatistics().getPercentile(50);
            bytes = Objects.requireNonNull(result.getSecondaryResults().get(ALLOCATED), ALLOCATED)
                    .getScore();
        }

        double median() {
            double[] sorted = medians.clone();
            Arrays.sort(sorted);
            return sorted[ROUNDS / 2];
        }
    }
}
