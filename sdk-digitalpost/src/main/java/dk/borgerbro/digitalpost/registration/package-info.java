/** Who can be reached in Digital Post and by NemSMS. */
@NullMarked
package dk.borgerbro.digitalpost.registration;

import org.jspecify.annotations.NullMarked;
