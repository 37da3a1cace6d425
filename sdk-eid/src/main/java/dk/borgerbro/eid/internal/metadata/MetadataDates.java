package dk.borgerbro.eid.internal.metadata;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.xml.datatype.DatatypeFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** How long metadata are good: what entity, role and the lists around them say, whichever is strictest (section 4.3 of the standard). */
record MetadataDates(Optional<Instant> validUntil, Optional<Duration> cacheDuration) {
    private static final LocalDateTime EPOCH = LocalDateTime.ofEpochSecond(0, 0, ZoneOffset.UTC);

    /** {@return what holds for a role} */
    static MetadataDates of(Element role) {
        List<Instant> ends = new ArrayList<>();
        List<Duration> durations = new ArrayList<>();
        for (Node at = role; at instanceof Element element; at = at.getParentNode()) {
            Md.attribute(element, "validUntil").map(MetadataDates::instant).ifPresent(ends::add);
            Md.attribute(element, "cacheDuration").map(MetadataDates::duration).ifPresent(durations::add);
        }
        return new MetadataDates(
                ends.stream().min(Comparator.naturalOrder()), durations.stream().min(Comparator.naturalOrder()));
    }

    private static Instant instant(String text) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            try {
                // The standard wants UTC; some leave the Z out.
                return LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException none) {
                throw Md.fault("2.3.2", "@validUntil", "is not a date and time");
            }
        }
    }

    private static Duration duration(String text) {
        try {
            javax.xml.datatype.Duration said =
                    DatatypeFactory.newDefaultInstance().newDuration(text);
            // Months have no length of their own; those of the epoch stand in for them.
            LocalDateTime end = EPOCH.plus(Period.of(said.getYears(), said.getMonths(), said.getDays()))
                    .plusHours(said.getHours())
                    .plusMinutes(said.getMinutes())
                    .plusSeconds(said.getSeconds());
            return said.getSign() < 0 || end.isBefore(EPOCH) ? Duration.ZERO : Duration.between(EPOCH, end);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
            throw Md.fault("2.3.2", "@cacheDuration", "is not a duration");
        }
    }
}
