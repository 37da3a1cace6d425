package dk.borgerbro.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Runs the methods of one benchmark so that they take turns, each time in a JVM of its own: what else the machine does then falls on
 * all, and medians pass over its worst moments.
 */
final class SideBySide {
    private final Map<String, List<Double>> scores = new LinkedHashMap<>();

    /** Adjusts the options that all sides share. */
    interface Settings {
        ChainedOptionsBuilder apply(ChainedOptionsBuilder options);
    }

    static SideBySide run(Class<?> benchmark, int rounds, Settings settings, String... sides) throws RunnerException {
        SideBySide result = new SideBySide();
        for (int round = 0; round < rounds; round++) {
            for (String side : sides) {
                ChainedOptionsBuilder options = new OptionsBuilder()
                        .include(benchmark.getName() + "." + side + "$")
                        .forks(1)
                        .jvmArgs("-Xmx1g", "-XX:+UseSerialGC");
                RunResult run = new Runner(settings.apply(options).build())
                        .run()
                        .iterator()
                        .next();
                result.add(side, run.getPrimaryResult());
                run.getSecondaryResults().forEach((name, more) -> result.add(side + ":" + name, more));
            }
        }
        return result;
    }

    private void add(String name, Result<?> result) {
        scores.computeIfAbsent(name, unknown -> new ArrayList<>()).add(result.getScore());
    }

    double median(String side) {
        List<Double> sorted = new ArrayList<>(scores.getOrDefault(side, List.of()));
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }

    /** Prints a median and how it compares. */
    void print(String side, String against, String limit) {
        System.out.printf(
                Locale.ROOT,
                "%s %.2f, %s %.2f, ratio %.3f, 1/ratio %.2f (%s)%n",
                side,
                median(side),
                against,
                median(against),
                median(side) / median(against),
                median(against) / median(side),
                limit);
    }
}
