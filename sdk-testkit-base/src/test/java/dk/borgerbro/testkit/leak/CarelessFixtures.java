package dk.borgerbro.testkit.leak;

import dk.borgerbro.testkit.person.TestPerson;
import java.util.logging.Level;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Test classes that do what the guard forbids, each in another way; {@link LeakGuardTest} runs them in a JVM of their own. */
final class CarelessFixtures {
    static final String SECRET = "careless-s3cret-0001";

    private CarelessFixtures() {}

    static class Careful {
        @Test
        void saysNothing() {
            LoggerFactory.getLogger("dk.borgerbro.careful").info("sent to CPR(hidden)");
            try {
                throw new IllegalStateException("harmless");
            } catch (IllegalStateException e) {
                System.out.println("harmless " + e.getMessage());
            }
        }
    }

    static class LogsAtInfo {
        @Test
        void logs() {
            LoggerFactory.getLogger("org.example").info("sent to {}", TestPerson.ADULT.cpr());
        }
    }

    static class LogsBelowTheLevel {
        @Test
        void logs() {
            var log = LoggerFactory.getLogger("dk.borgerbro.quiet");
            log.trace("sent to {}", TestPerson.ADULT.cpr());
        }
    }

    static class LogsWhenAsked {
        @Test
        void logs() {
            var log = LoggerFactory.getLogger("dk.borgerbro.asked");
            if (log.isTraceEnabled()) {
                log.trace("sent to " + TestPerson.ADULT.cpr());
            }
        }
    }

    static class LogsFluently {
        @Test
        void logs() {
            LoggerFactory.getLogger("dk.borgerbro.fluent")
                    .atTrace()
                    .addKeyValue("to", TestPerson.ADULT.cpr())
                    .log("sent");
        }
    }

    static class LogsAnException {
        @Test
        void logs() {
            LoggerFactory.getLogger("dk.borgerbro.cause")
                    .debug("failed", new IllegalStateException("outer", new SaysItLate(TestPerson.ADULT.cpr())));
        }
    }

    static class LogsByTheJdk {
        @Test
        void logs() {
            java.util.logging.Logger.getLogger("org.example").log(Level.WARNING, "sent to {0}", TestPerson.ADULT.cpr());
        }
    }

    static class Prints {
        @Test
        void prints() {
            System.out.print("password=" + SECRET.substring(0, 10));
            System.out.println(SECRET.substring(10));
        }
    }

    static class PrintsErrors {
        @Test
        void prints() {
            System.err.println("password=" + SECRET);
        }
    }

    static class LogsInSetUp {
        @BeforeAll
        static void logs() {
            LoggerFactory.getLogger("org.example").info("sent to {}", TestPerson.ADULT.cpr());
        }

        @Nested
        class Inside {
            @Test
            void saysNothing() {}
        }
    }

    static class FailsWithALateText {
        @Test
        void fails() {
            throw new SaysItLate(TestPerson.ADULT.cpr());
        }
    }

    static class FailsInTearDown {
        @Test
        void saysNothing() {}

        @AfterEach
        void fails() {
            throw new IllegalStateException("outer", new SaysItLate(TestPerson.ADULT.cpr()));
        }
    }

    static class Swallows {
        @Test
        void swallows() {
            try {
                throw new IllegalStateException("refused " + TestPerson.ADULT.cpr());
            } catch (IllegalStateException e) {
                // Nobody sees it here. Somebody will elsewhere.
            }
        }
    }

    @LibraryExceptionsMayQuote("the fixture stands for a library")
    static class MayQuote {
        @Test
        void swallows() {
            try {
                throw new IllegalStateException("refused " + TestPerson.ADULT.cpr());
            } catch (IllegalStateException e) {
                // Excused.
            }
        }
    }

    @LibraryExceptionsMayQuote("but this is no library")
    static class MayNotQuoteInOurOwn {
        @Test
        void swallows() {
            try {
                throw new OurOwn("refused " + TestPerson.ADULT.cpr());
            } catch (OurOwn e) {
                // Not excused.
            }
        }
    }

    static class ParsesQuietly {
        @Test
        void swallows() {
            try {
                Long.parseLong(TestPerson.ADULT.cpr() + "x");
            } catch (NumberFormatException e) {
                // The JDK quotes; that is excused as long as nobody sees it.
            }
        }
    }

    private static final class OurOwn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        OurOwn(String message) {
            super(message);
        }
    }

    private static final class SaysItLate extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String value;

        SaysItLate(String value) {
            super("harmless when made");
            this.value = value;
        }

        @Override
        public String getMessage() {
            return "cannot read " + value;
        }
    }
}
