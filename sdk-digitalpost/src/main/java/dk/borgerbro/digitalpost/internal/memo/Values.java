package dk.borgerbro.digitalpost.internal.memo;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** Turns texts into values and reports those that are none. */
final class Values {
    static final UUID NO_UUID = new UUID(0, 0);

    private final Oddities oddities;

    Values(Oddities oddities) {
        this.oddities = oddities;
    }

    Optional<UUID> uuid(Node node) {
        String text = node.ownText().trim();
        if (!TextRules.UUID.matcher(text).matches()) {
            oddities.unusable("V04", node.place(), "is not a UUID");
            return Optional.empty();
        }
        if (!text.equals(node.ownText())) {
            oddities.error("V04", node.place(), "has white space around it; take it away");
        }
        return Optional.of(UUID.fromString(text));
    }

    Optional<Instant> time(Node node) {
        try {
            XmlTime time = XmlTime.dateTime(node.ownText());
            if (!time.isUtc()) {
                oddities.error("V05", node.place(), "must end in Z, with the time in UTC");
            }
            return Optional.of(time.instant());
        } catch (DateTimeException e) {
            oddities.unusable("V05", node.place(), "is not a time such as 2025-03-31T10:15:00Z");
            return Optional.empty();
        }
    }

    Optional<LocalDate> date(Node node) {
        try {
            return Optional.of(XmlTime.date(node.ownText()));
        } catch (DateTimeException e) {
            oddities.unusable("V05", node.place(), "is not a date such as 2025-03-31");
            return Optional.empty();
        }
    }

    /** An empty flag has the default of the schema. */
    Optional<Boolean> flag(Node node) {
        switch (node.ownText()) {
            case "true", "1" -> {
                return Optional.of(true);
            }
            case "false", "0" -> {
                return Optional.of(false);
            }
            default -> {
                if (!node.ownText().isEmpty()) {
                    oddities.unusable("V08", node.place(), "must be true or false");
                }
                return Optional.empty();
            }
        }
    }
}
