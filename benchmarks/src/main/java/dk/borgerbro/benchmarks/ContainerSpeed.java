package dk.borgerbro.benchmarks;

import org.openjdk.jmh.runner.RunnerException;

/** Runs {@link ContainerBenchmark} and prints how the sides compare. */
public final class ContainerSpeed {
    private static final int ROUNDS = 3;

    private ContainerSpeed() {}

    /**
     * Runs the comparison, for letters that share nothing and for letters made from one template.
     *
     * @param arguments how many rounds, if not three
     */
    public static void main(String[] arguments) throws RunnerException {
        int rounds = arguments.length == 0 ? ROUNDS : Integer.parseInt(arguments[0]);
        for (String shared : new String[] {"0", "75"}) {
            SideBySide sides = SideBySide.run(
                    ContainerBenchmark.class,
                    rounds,
                    options ->
                            options.param("shared", shared).warmupIterations(0).measurementIterations(1),
                    "preset3",
                    "write",
                    "preset0",
                    "decoder",
                    "read");
            System.out.println("shared: " + shared + " %");
            sides.print("write:processor", "preset3:processor", "1/ratio at least 3.5 where letters share nothing");
            sides.print("preset0:processor", "preset3:processor", "for comparison");
            sides.print("read:processor", "decoder:processor", "at most 1.1");
            sides.print("write:bytes", "preset3:bytes", "at most 1.03");
        }
    }
}
