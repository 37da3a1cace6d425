package dk.borgerbro.benchmarks;

import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.TimeValue;

/** Runs {@link MemoBenchmark} and prints how the sides compare. */
public final class MemoSpeed {
    private static final int ROUNDS = 5;

    private MemoSpeed() {}

    /** Runs the comparison. */
    public static void main(String[] arguments) throws RunnerException {
        SideBySide sides = SideBySide.run(
                MemoBenchmark.class,
                ROUNDS,
                options -> options.warmupIterations(4)
                        .warmupTime(TimeValue.milliseconds(700))
                        .measurementIterations(4)
                        .measurementTime(TimeValue.milliseconds(700)),
                "base64Encode",
                "write",
                "base64Decode",
                "read",
                "jaxb",
                "header");
        sides.print("write", "base64Encode", "at most 1.3");
        sides.print("read", "base64Decode", "at most 6");
        sides.print("read", "jaxb", "1/ratio at least 2");
        sides.print("jaxb", "base64Decode", "for comparison");
        sides.print("header", "read", "1/ratio at least 20");
    }
}
