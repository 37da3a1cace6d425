/**
 * The leak guard: tests fail when they show what must stay hidden.
 *
 * <p>Users get the same guard that the SDK's own tests run under. With this jar on the test class path, either put
 * {@code @ExtendWith(LeakGuard.class)} on a test class, or guard all of them by JUnit's automatic registration:
 * {@code junit.jupiter.extensions.autodetection.enabled=true}, as a system property of the test JVM or in
 * {@code junit-platform.properties}. Secrets of your own are made known with {@link Confidential#register}.
 *
 * <p>What is watched: Logback where SLF4J is bound to it (the SDK's own loggers down to TRACE, whatever the level is set to, and
 * without printing more; other loggers as far as their level lets them speak), {@code java.util.logging},
 * {@code System.out} and {@code System.err}, exceptions that end a test with their causes, and by the JDK's Flight
 * Recorder the message of every exception that is made in the JVM. Excused are parsers of the JDK and of JSON, which
 * quote what they cannot read before anybody can stop them, as long as they stay unseen; see
 * {@link LibraryExceptionsMayQuote} for more.
 *
 * <p>What is not seen: a message that an exception makes only when asked and that neither ends a test nor reaches a log, and
 * values in another form than the registered one (hashed, encrypted, Base64 at an odd offset).
 */
@NullMarked
package dk.borgerbro.testkit.leak;

import org.jspecify.annotations.NullMarked;
