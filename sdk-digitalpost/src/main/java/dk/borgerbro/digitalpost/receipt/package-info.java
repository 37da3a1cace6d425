/** Receipts of Digital Post: what became of a message after it was taken over. */
@NullMarked
package dk.borgerbro.digitalpost.receipt;

import org.jspecify.annotations.NullMarked;
