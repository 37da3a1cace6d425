/**
 * The numbers that name people, companies, production units and parties in Denmark.
 *
 * <p>All are immutable, comparable, serializable and checked when they are made: whoever holds one holds a well-formed number,
 * not proof that it is in use. {@link dk.borgerbro.core.id.CprNumber} is personal and never prints itself; the others are public.
 * Parsing accepts what people type (blanks, the hyphen of a CPR number, the {@code DK} of a VAT number) and refuses the rest with an
 * {@link dk.borgerbro.core.error.InvalidInputException} that does not repeat the value.
 */
@NullMarked
package dk.borgerbro.core.id;

import org.jspecify.annotations.NullMarked;
