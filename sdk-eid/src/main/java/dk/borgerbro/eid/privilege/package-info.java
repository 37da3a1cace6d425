/**
 * What a user may do, as an authority's or municipality's access administration says it: the OIO Basic Privilege Profile (BPP) 1.2, and
 * 1.0.1 as it is still in use.
 */
@NullMarked
package dk.borgerbro.eid.privilege;

import org.jspecify.annotations.NullMarked;
