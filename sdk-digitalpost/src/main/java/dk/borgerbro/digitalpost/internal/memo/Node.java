package dk.borgerbro.digitalpost.internal.memo;

import dk.borgerbro.digitalpost.memo.ContentSource;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One element as it was read, with its children under their names. What is missing or unreadable is reported once and stands as an
 * empty text, the UUID of zeros or the beginning of 1970, so that the rest of the message can be used.
 */
final class Node {
    private final String name;
    private final Place place;
    private final Values values;
    private final List<Node> children = new ArrayList<>();
    private String text = "";
    private @Nullable Received content;

    Node(String name, Place place, Values values) {
        this.name = name;
        this.place = place;
        this.values = values;
    }

    void add(Node child) {
        children.add(child);
    }

    void setText(String read) {
        this.text = read;
    }

    void setContent(Received received) {
        this.content = received;
    }

    Place place() {
        return place;
    }

    String ownText() {
        return text;
    }

    Optional<Received> received() {
        return Optional.ofNullable(content);
    }

    Optional<Node> find(String child) {
        return children.stream().filter(node -> node.name.equals(child)).findFirst();
    }

    /** {@return a child, or an empty one if it is missing} */
    Node part(String child) {
        return find(child).orElseGet(() -> new Node(child, place.child(child), values));
    }

    /** Passes a child on if it is there. */
    void part(String child, Consumer<Node> to) {
        find(child).ifPresent(to);
    }

    <T> List<T> each(String child, Function<Node, T> read) {
        return children.stream()
                .filter(node -> node.name.equals(child))
                .map(read)
                .toList();
    }

    /** {@return a text, empty if it is missing} */
    String text(String child) {
        return find(child).map(node -> node.text).orElse("");
    }

    void text(String child, Consumer<String> to) {
        find(child).ifPresent(node -> to.accept(node.text));
    }

    /** {@return a value of a text that must be there and one that need not} */
    <T> T pair(String required, Function<String, T> of, String optional, BiFunction<String, String, T> ofBoth) {
        return find(optional)
                .map(node -> ofBoth.apply(text(required), node.text))
                .orElseGet(() -> of.apply(text(required)));
    }

    UUID uuid(String child) {
        return find(child).flatMap(values::uuid).orElse(Values.NO_UUID);
    }

    void uuid(String child, Consumer<UUID> to) {
        find(child).flatMap(values::uuid).ifPresent(to);
    }

    Instant time(String child) {
        return find(child).flatMap(values::time).orElse(Instant.EPOCH);
    }

    void time(String child, Consumer<Instant> to) {
        find(child).flatMap(values::time).ifPresent(to);
    }

    void date(String child, Consumer<LocalDate> to) {
        find(child).flatMap(values::date).ifPresent(to);
    }

    void flag(String child, Consumer<Boolean> to) {
        find(child).flatMap(values::flag).ifPresent(to);
    }

    /** What became of the content of a file. */
    record Received(ContentSource source, long bytes) {}
}
