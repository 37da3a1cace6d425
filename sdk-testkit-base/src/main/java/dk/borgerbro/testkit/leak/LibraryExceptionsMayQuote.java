package dk.borgerbro.testkit.leak;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Tells the {@link LeakGuard} that in this test class a library's exception quotes confidential input, because the test shows
 * that our code keeps the quotation to itself.
 *
 * <p>Only exceptions that nobody else sees are excused. Our own exceptions, all log output, and whatever ends a test are still
 * held against the list.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface LibraryExceptionsMayQuote {
    /** {@return which library quotes what, and what stops it} */
    String value();
}
