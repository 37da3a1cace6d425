package dk.borgerbro.core.exchange;

import dk.borgerbro.core.exchange.DirectoryExchange.Step;
import dk.borgerbro.core.journal.ChildJvm;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.nio.file.Path;

/** Puts one file and dies at the step it is told, or halfway through the content. */
final class CrashingPutter {
    static final String NAME = "lev-1.xml";
    static final byte[] CONTENT = new byte[300_000];
    static final String HALFWAY = "HALFWAY";

    private CrashingPutter() {}

    public static void main(String[] arguments) {
        String death = arguments[1];
        FileExchange exchange = new DirectoryExchange(Path.of(arguments[0]), step -> {
            if (step.name().equals(death)) {
                ChildJvm.halt();
            }
        });
        exchange.put(NAME, () -> new FilterInputStream(new ByteArrayInputStream(CONTENT)) {
            @Override
            public int read(byte[] buffer, int from, int length) throws IOException {
                if (in.available() < CONTENT.length / 2 && death.equals(HALFWAY)) {
                    ChildJvm.halt();
                }
                return super.read(buffer, from, length);
            }
        });
    }

    static boolean isPublishedBy(String death) {
        return death.equals(Step.PUBLISHED.name()) || death.equals(Step.DONE.name());
    }
}
