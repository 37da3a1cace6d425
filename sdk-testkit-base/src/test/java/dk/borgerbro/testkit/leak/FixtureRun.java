package dk.borgerbro.testkit.leak;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.io.PrintStream;
import java.util.Arrays;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.slf4j.LoggerFactory;

/** Runs the fixtures named on the command line as a build would, and prints each failure as "where TAB what". */
final class FixtureRun {
    private FixtureRun() {}

    public static void main(String[] fixtures) {
        ((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).setLevel(Level.INFO);
        Confidential.register("test password", CarelessFixtures.SECRET);
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(Arrays.stream(fixtures)
                        .map(DiscoverySelectors::selectClass)
                        .toList())
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .build();
        PrintStream out = System.out;
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier node, TestExecutionResult result) {
                result.getThrowable()
                        .ifPresent(failure -> out.println("FAILED\t" + node.getDisplayName() + "\t"
                                + failure.getClass().getSimpleName() + "\t"
                                + failure.getMessage().replace('\n', ' ')));
            }
        });
        out.println("DONE");
    }
}
