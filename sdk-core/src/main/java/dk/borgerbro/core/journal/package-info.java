/**
 * The record of what was sent, under which business key and with what outcome, so that a letter, a payment or a report
 * happens once, whatever crashes.
 */
@NullMarked
package dk.borgerbro.core.journal;

import org.jspecify.annotations.NullMarked;
