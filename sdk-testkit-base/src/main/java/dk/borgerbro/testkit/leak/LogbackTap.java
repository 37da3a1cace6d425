package dk.borgerbro.testkit.leak;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.AppenderBase;
import ch.qos.logback.core.spi.FilterReply;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.slf4j.helpers.MessageFormatter;

/**
 * Listens to Logback: to everything that any logger puts out, and to all that the SDK's own loggers <em>would</em> put out at
 * TRACE, without making the console any louder.
 */
final class LogbackTap implements Tap {
    private final LoggerContext context;
    private final Output output;
    private final BelowTheLevel belowTheLevel;

    private LogbackTap(LoggerContext context, LeakLog log) {
        this.context = context;
        this.output = new Output(log);
        this.belowTheLevel = new BelowTheLevel(log);
    }

    /** {@return the tap if Logback is what SLF4J is bound to, or else none} */
    static List<Tap> ifBound(LeakLog log) {
        List<Tap> taps = new ArrayList<>();
        ILoggerFactory factory = LoggerFactory.getILoggerFactory();
        if (factory instanceof LoggerContext context) {
            taps.add(new LogbackTap(context, log));
        }
        return taps;
    }

    @Override
    public void attach() {
        output.setContext(context);
        output.start();
        Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        if (!root.isAttached(output)) {
            root.addAppender(output);
        }
        belowTheLevel.start();
        if (!context.getTurboFilterList().contains(belowTheLevel)) {
            context.addTurboFilter(belowTheLevel);
        }
    }

    @Override
    public void close() {
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(output);
        context.getTurboFilterList().remove(belowTheLevel);
    }

    private static String place(String logger, Level level) {
        return "log " + logger + " (" + level + ")";
    }

    private static final class Output extends AppenderBase<ILoggingEvent> {
        private final LeakLog log;

        Output(LeakLog log) {
            this.log = log;
        }

        @Override
        protected void append(ILoggingEvent event) {
            StringBuilder text = new StringBuilder(String.valueOf(event.getFormattedMessage()));
            append(text, event.getKeyValuePairs());
            append(text, event.getMarkerList());
            event.getMDCPropertyMap()
                    .forEach((key, value) ->
                            text.append(' ').append(key).append('=').append(value));
            log.see(place(event.getLoggerName(), event.getLevel()), text.toString());
            if (event.getThrowableProxy() instanceof ThrowableProxy proxy) {
                log.see(proxy.getThrowable());
            }
        }

        private static void append(StringBuilder text, @Nullable Collection<?> values) {
            if (values != null) {
                values.forEach(value -> text.append(' ').append(value));
            }
        }
    }

    /** Logback asks its turbo filters about every call, also those that the level will drop. */
    private static final class BelowTheLevel extends TurboFilter {
        private static final String OURS = "dk.borgerbro";
        private final LeakLog log;

        BelowTheLevel(LeakLog log) {
            this.log = log;
        }

        @Override
        public FilterReply decide(
                @Nullable Marker marker,
                Logger logger,
                Level level,
                @Nullable String format,
                @Nullable Object @Nullable [] parameters,
                @Nullable Throwable thrown) {
            if (!logger.getName().startsWith(OURS)) {
                return FilterReply.NEUTRAL;
            }
            if (format == null) {
                // "Is this level on?" Yes: code that asks before it makes a costly text must make it.
                return FilterReply.ACCEPT;
            }
            String text = MessageFormatter.arrayFormat(format, parameters).getMessage();
            log.see(place(logger.getName(), level), String.valueOf(text));
            Throwable last = thrown == null ? MessageFormatter.getThrowableCandidate(parameters) : thrown;
            if (last != null) {
                log.see(last);
            }
            return FilterReply.NEUTRAL;
        }
    }
}
