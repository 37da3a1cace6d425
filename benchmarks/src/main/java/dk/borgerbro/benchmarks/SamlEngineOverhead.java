package dk.borgerbro.benchmarks;

import dk.borgerbro.eid.internal.opensaml.OpenSamlEngine;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs {@link SamlEngineBenchmark} so that the sides take turns, each time in a JVM of its own, and prints how they compare with the floor:
 * the least and the median of all calls. With the argument {@code cold} it prints instead how long the first two messages take in this JVM.
 */
public final class SamlEngineOverhead {
    private static final int ROUNDS = 3;
    private static final String ALLOCATED = "gc.alloc.rate.norm";
    private static final String[] SIDES = {"bareJca", "engine", "engineOnNativeProvider"};

    private SamlEngineOverhead() {}

    /** Runs the comparison. */
    public static void main(String[] arguments) throws Exception {
        if (Arrays.asList(arguments).contains("cold")) {
            cold();
            return;
        }
        for (String bits : new String[] {"2048", "3072"}) {
            compare(bits);
        }
    }

    private static void cold() throws Exception {
        SamlMessage message = SamlMessage.withKeysOf(2048);
        long start = System.nanoTime();
        OpenSamlEngine engine = OpenSamlEngine.create();
        long made = System.nanoTime();
        message.by(engine);
        long first = System.nanoTime();
        message.by(engine);
        long second = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "cold: engine made in %d ms, first response %d ms, second %d ms%n",
                (made - start) / 1_000_000,
                (first - made) / 1_000_000,
                (second - first) / 1_000_000);
    }

    private static void compare(String bits) throws RunnerException {
        double[] least = new double[SIDES.length];
        double[][] medians = new double[SIDES.length][ROUNDS];
        double[] bytes = new double[SIDES.length];
        Arrays.fill(least, Double.MAX_VALUE);
        for (int round = 0; round < ROUNDS; round++) {
            for (int side = 0; side < SIDES.length; side++) {
                RunResult result = run(SIDES[side], bits);
                // The least of all is luck; one in a hundred is what the machine does when nobody disturbs it.
                least[side] = Math.min(
                        least[side], result.getPrimaryResult().getStatistics().getPercentile(1));
                medians[side][round] = result.getPrimaryResult().getStatistics().getPercentile(50);
                bytes[side] = Objects.requireNonNull(
                                result.getSecondaryResults().get(ALLOCATED), ALLOCATED)
                        .getScore();
            }
        }
        for (int side = 0; side < SIDES.length; side++) {
            Arrays.sort(medians[side]);
            Arrays.sort(medians[0]);
            double median = medians[side][ROUNDS / 2];
            System.out.printf(
                    Locale.ROOT,
                    "RSA %s, %s: first percentile %.0f us (%.2f of the floor), median %.0f us (%.2f), %.0f bytes%n",
                    bits,
                    SIDES[side],
                    least[side],
                    least[side] / least[0],
                    median,
                    median / medians[0][ROUNDS / 2],
                    bytes[side]);
        }
    }

    private static RunResult run(String side, String bits) throws RunnerException {
        Options options = new OptionsBuilder()
                .include(SamlEngineBenchmark.class.getName() + "." + side + "$")
                .param("bits", bits)
                .addProfiler(GCProfiler.class)
                .forks(1)
                .jvmArgs("-Xmx512m", "-XX:+UseSerialGC")
                .warmupIterations(5)
                .warmupTime(TimeValue.seconds(1))
                .measurementIterations(4)
                .measurementTime(TimeValue.seconds(1))
                .build();
        return new Runner(options).run().iterator().next();
    }
}
