package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.File;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What a walk through a message feeds: the XML writer or the checks. Elements come in the order of the schema. */
interface MemoSink {
    /**
     * Takes an element and what is in it.
     *
     * @param index position from 1 if there are several of that name, else 0
     */
    void element(String name, int index, Body body) throws IOException;

    /** Takes an element that holds text; null is an absent one. */
    void text(String name, TextKind kind, @Nullable String value) throws IOException;

    /** Takes the content of a file. */
    void content(String name, File file) throws IOException;

    /** What is in an element. */
    @FunctionalInterface
    interface Body {
        void feed() throws IOException;
    }
}
