package dk.borgerbro.testkit.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives a test class simulators.
 *
 * <p>A parameter of a test, a life cycle method or the constructor whose type is a simulator gets one, and so does a field that is
 * marked {@link Simulated}. All who ask for the same type share one simulator, started when first asked for. Before
 * each test it is {@linkplain dk.borgerbro.testkit.simulator.Simulator#reset() reset}, and after the last one closed; so tests of one
 * class must not run at the same time. When the class ends, connections that a client of this SDK still holds
 * open fail it: somebody forgot to close the client.
 *
 * <pre>{@code
 * @WithSimulators
 * class DecisionLetterTest {
 *     @Test
 *     void sendsTheDecision(DigitalPostSimulator sim) { ... }
 * }
 * }</pre>
 */
@Documented
@Inherited
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(SimulatorExtension.class)
public @interface WithSimulators {}
