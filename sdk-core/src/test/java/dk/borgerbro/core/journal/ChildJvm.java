package dk.borgerbro.core.journal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a main class of the tests in a JVM of its own, which is expected to die. */
public final class ChildJvm {
    /** The exit code by which a child tells that it halted where it should. */
    public static final int HALTED = 42;

    private ChildJvm() {}

    /** Ends this JVM at once: no shutdown hook, no finally block, no flushing. */
    public static void halt() {
        Runtime.getRuntime().halt(HALTED);
    }

    /** {@return the exit code} */
    public static int run(Class<?> main, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main.getName()));
        command.addAll(List.of(arguments));
        Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!child.waitFor(60, TimeUnit.SECONDS)) {
            child.destroyForcibly();
        }
        if (child.exitValue() != HALTED) {
            throw new AssertionError("the child ended with " + child.exitValue() + ": " + output);
        }
        return child.exitValue();
    }
}
