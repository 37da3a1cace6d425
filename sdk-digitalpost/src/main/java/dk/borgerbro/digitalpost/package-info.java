/**
 * Digital Post (the solution in operation since March 2022): sending letters, looking up who can receive them, and fetching receipts
 * over the direct REST interface, version 1 of its paths.
 */
@NullMarked
package dk.borgerbro.digitalpost;

import org.jspecify.annotations.NullMarked;
