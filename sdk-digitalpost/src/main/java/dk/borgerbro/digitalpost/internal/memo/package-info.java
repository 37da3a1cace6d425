/** How the MeMo model becomes XML and is read from it, both by tables or walks in the order of the schema, and how it is checked. */
@NullMarked
package dk.borgerbro.digitalpost.internal.memo;

import org.jspecify.annotations.NullMarked;
