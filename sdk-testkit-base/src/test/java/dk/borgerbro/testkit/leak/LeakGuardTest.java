package dk.borgerbro.testkit.leak;

import static org.assertj.core.api.Assertions.assertThat;

import dk.borgerbro.testkit.person.TestPerson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Runs careless test classes in a JVM of their own, because this one is guarded itself, and looks at what failed. */
class LeakGuardTest {
    private static List<String> lines = List.of();

    @BeforeAll
    static void runAllFixturesOnce() throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                FixtureRun.class.getName()));
        Stream.of(CarelessFixtures.class.getDeclaredClasses())
                .filter(type -> !Throwable.class.isAssignableFrom(type))
                .map(Class::getName)
                .forEach(command::add);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        lines = output.lines().toList();
        assertThat(process.waitFor()).isZero();
        assertThat(lines).contains("DONE");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LogsAtInfo | log org.example (INFO): sent to <<CPR number of ADULT>>",
                "LogsBelowTheLevel | log dk.borgerbro.quiet (TRACE): sent to <<CPR number of ADULT>>",
                "LogsWhenAsked | log dk.borgerbro.asked (TRACE): sent to <<CPR number of ADULT>>",
                "LogsFluently | log dk.borgerbro.fluent (TRACE): sent to=\"<<CPR number of ADULT>>\"",
                "LogsAnException | java.lang.IllegalStateException > ",
                "LogsByTheJdk | log org.example (WARNING): sent to {0} <<CPR number of ADULT>>",
                "Prints | test password in System.out: password=<<test password>>",
                "PrintsErrors | test password in System.err: password=<<test password>>",
                "LogsInSetUp | log org.example (INFO): sent to <<CPR number of ADULT>>",
                "FailsWithALateText | cannot read <<CPR number of ADULT>>",
                "FailsInTearDown | cannot read <<CPR number of ADULT>>"
            })
    void failsTheClassThatShowedIt(String fixture, String report) {
        assertThat(failures("CarelessFixtures$" + fixture))
                .hasSize(1)
                .first()
                .asString()
                .contains("LeakFound")
                .contains("CarelessFixtures$" + fixture)
                .contains(report);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Careful", "Swallows", "MayQuote", "ParsesQuietly"})
    void leavesClassesAloneThatShowNothing(String fixture) {
        assertThat(failures("CarelessFixtures$" + fixture)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Swallows, java.lang.IllegalStateException", "MayNotQuoteInOurOwn, CarelessFixtures$OurOwn"})
    void failsTheRunForAnExceptionThatNobodySaw(String fixture, String type) {
        assertThat(failures("JUnit Jupiter"))
                .hasSize(1)
                .first()
                .asString()
                .contains(type + " made at dk.borgerbro.testkit.leak.CarelessFixtures$" + fixture + ".swallows")
                .contains("during dk.borgerbro.testkit.leak.CarelessFixtures$" + fixture);
    }

    @Test
    void excusesParsersAndLibrariesThatKeepItToThemselves() {
        assertThat(failures("JUnit Jupiter"))
                .noneMatch(failure -> failure.contains("NumberFormat") || failure.contains("$MayQuote"));
    }

    @Test
    void neverRepeatsTheValue() {
        assertThat(lines.stream().filter(line -> line.startsWith("FAILED") && line.contains("LeakFound")))
                .isNotEmpty()
                .noneMatch(line -> line.contains(TestPerson.ADULT.cpr()) || line.contains(CarelessFixtures.SECRET));
    }

    @Test
    void makesTheConsoleNoLouder() {
        assertThat(lines).noneMatch(line -> line.contains("dk.borgerbro.quiet") && !line.startsWith("FAILED"));
    }

    private static List<String> failures(String node) {
        return lines.stream()
                .filter(line -> line.startsWith("FAILED\t" + node + "\t"))
                .toList();
    }
}
