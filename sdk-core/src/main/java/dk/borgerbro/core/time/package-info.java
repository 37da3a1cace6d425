/**
 * Danish bank days, Danish local time, and the deadlines that the two make together.
 *
 * <p>The default calendar holds the Danish public holidays (Act on Great Prayer Day included) and the days on which Danish banks
 * agree to stay closed; see {@link dk.borgerbro.core.time.DanishBankCalendar}.
 */
@NullMarked
package dk.borgerbro.core.time;

import org.jspecify.annotations.NullMarked;
