package dk.borgerbro.testkit.leak;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Listens to {@code java.util.logging}. */
final class JdkLoggingTap implements Tap {
    private final Logger root = Logger.getLogger("");
    private final Handler handler;

    JdkLoggingTap(LeakLog log) {
        this.handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                String place =
                        "log " + entry.getLoggerName() + " (" + entry.getLevel().getName() + ")";
                log.see(place, text(entry));
                if (entry.getThrown() != null) {
                    log.see(entry.getThrown());
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
    }

    @Override
    public void attach() {
        root.removeHandler(handler);
        root.addHandler(handler);
    }

    @Override
    public void close() {
        root.removeHandler(handler);
    }

    private static String text(LogRecord entry) {
        Object[] parameters = entry.getParameters();
        StringBuilder text = new StringBuilder(String.valueOf(entry.getMessage()));
        if (parameters != null) {
            for (Object parameter : parameters) {
                text.append(' ').append(parameter);
            }
        }
        return text.toString();
    }
}
