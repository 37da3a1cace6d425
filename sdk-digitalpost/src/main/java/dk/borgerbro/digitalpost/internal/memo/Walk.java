package dk.borgerbro.digitalpost.internal.memo;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** The steps that all walks share. */
abstract class Walk {
    final MemoSink sink;

    Walk(MemoSink sink) {
        this.sink = sink;
    }

    /** An element that is there. */
    void element(String name, MemoSink.Body body) throws IOException {
        sink.element(name, 0, body);
    }

    /** A text that is there. */
    void text(String name, String value) throws IOException {
        sink.text(name, TextKind.TEXT, value);
    }

    /** A text that may be absent: read from the owner, so that no method takes an Optional. */
    <T> void text(String name, T owner, Function<T, Optional<String>> part) throws IOException {
        text(name, TextKind.TEXT, owner, part);
    }

    <T> void text(String name, TextKind kind, T owner, Function<T, Optional<String>> part) throws IOException {
        sink.text(name, kind, part.apply(owner).orElse(null));
    }

    void uuid(String name, UUID value) throws IOException {
        sink.text(name, TextKind.UUID_V4, value.toString());
    }

    void time(String name, Instant value) throws IOException {
        sink.text(name, TextKind.DATE_TIME, value.toString());
    }

    <T> void time(String name, T owner, Function<T, Optional<Instant>> part) throws IOException {
        sink.text(
                name,
                TextKind.DATE_TIME,
                part.apply(owner).map(Instant::toString).orElse(null));
    }

    void flag(String name, boolean value) throws IOException {
        sink.text(name, TextKind.FLAG, Boolean.toString(value));
    }

    /** An element that may be absent. */
    <T, P> void part(String name, T owner, Function<T, Optional<P>> part, Step<P> step) throws IOException {
        Optional<P> value = part.apply(owner);
        if (value.isPresent()) {
            sink.element(name, 0, () -> step.walk(value.get()));
        }
    }

    /** An element that may come several times. */
    <P> void each(String name, List<P> values, Step<P> step) throws IOException {
        for (int i = 0; i < values.size(); i++) {
            P value = values.get(i);
            sink.element(name, values.size() == 1 ? 0 : i + 1, () -> step.walk(value));
        }
    }

    /** Walks through one part. */
    @FunctionalInterface
    interface Step<P> {
        void walk(P part) throws IOException;
    }
}
