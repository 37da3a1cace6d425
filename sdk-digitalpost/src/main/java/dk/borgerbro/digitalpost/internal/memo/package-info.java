/** How the MeMo model becomes XML and how it is checked; both follow one walk through the model. */
@NullMarked
package dk.borgerbro.digitalpost.internal.memo;

import org.jspecify.annotations.NullMarked;
