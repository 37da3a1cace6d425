/**
 * Amounts in Danish kroner, account numbers (Danish, IBAN per ISO 13616) and payment slips (da: indbetalingskort, FIK and giro).
 *
 * <p>All are immutable, serializable and checked when they are made. Account numbers and payment slips belong to somebody: they
 * never print themselves, and errors never repeat them. Amounts print.
 */
@NullMarked
package dk.borgerbro.core.money;

import org.jspecify.annotations.NullMarked;
