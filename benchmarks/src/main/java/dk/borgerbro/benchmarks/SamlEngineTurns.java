package dk.borgerbro.benchmarks;

import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * The sides of {@link SamlEngineBenchmark} in one JVM, taking turns call by call, so that whatever else a shared machine does falls on all of
 * them alike. Prints the first percentile, which is what the machine does when nobody disturbs it, and the median.
 */
public final class SamlEngineTurns {
    private static final int WARM_UP = 6_000;
    private static final int CALLS = 6_000;

    private SamlEngineTurns() {}

    /** Runs the comparison for the key sizes given, or for 2048 and 3072 bits. */
    public static void main(String[] arguments) throws Exception {
        for (String bits : arguments.length == 0 ? new String[] {"2048", "3072"} : arguments) {
            SamlEngineBenchmark sides = new SamlEngineBenchmark();
            sides.bits = Integer.parseInt(bits);
            sides.prepare();
            compare(bits, sides);
        }
    }

    private static void compare(String bits, SamlEngineBenchmark sides) throws Exception {
        String[] names = {"bare JCA", "engine", "engine, native provider"};
        Callable<?>[] calls = {sides::bareJca, sides::engine, sides::engineOnNativeProvider};
        double[][] micros = new double[calls.length][CALLS];
        for (int i = -WARM_UP; i < CALLS; i++) {
            for (int side = 0; side < calls.length; side++) {
                long start = System.nanoTime();
                Object result = calls[side].call();
                double time = (System.nanoTime() - start) / 1000.0;
                if (result == null) {
                    throw new IllegalStateException("nothing was read");
                }
                if (i >= 0) {
                    micros[side][i] = time;
                }
            }
        }
        Arrays.stream(micros).forEach(Arrays::sort);
        for (int side = 0; side < calls.length; side++) {
            System.out.printf(
                    Locale.ROOT,
                    "RSA %s, %s: first percentile %.0f us (%.2f), median %.0f us (%.2f)%n",
                    bits,
                    names[side],
                    micros[side][CALLS / 100],
                    micros[side][CALLS / 100] / micros[0][CALLS / 100],
                    micros[side][CALLS / 2],
                    micros[side][CALLS / 2] / micros[0][CALLS / 2]);
        }
    }
}
