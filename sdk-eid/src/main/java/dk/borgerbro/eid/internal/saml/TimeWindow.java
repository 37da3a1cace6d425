package dk.borgerbro.eid.internal.saml;

import java.time.Duration;
import java.time.Instant;

/**
 * The present, and how far clocks may disagree. A message may carry any instant that XML can write, so sums are made on this side only.
 *
 * @param skew how far the other clock may be off
 * @param maxAge how old a message may be, beside the skew
 */
public record TimeWindow(Instant now, Duration skew, Duration maxAge) {
    /** {@return whether something was issued neither too long ago nor in the future; the limits themselves count as fine} */
    public boolean issuedJustNow(Instant issued) {
        return !issued.isBefore(now.minus(skew).minus(maxAge)) && !isAhead(issued);
    }

    /** {@return whether an instant is still to come, beyond what the clocks explain} */
    public boolean isAhead(Instant instant) {
        return instant.isAfter(now.plus(skew));
    }

    /** {@return whether something that ends at an instant has ended; it has at the very limit} */
    public boolean hasEnded(Instant notOnOrAfter) {
        return !notOnOrAfter.isAfter(now.minus(skew));
    }
}
