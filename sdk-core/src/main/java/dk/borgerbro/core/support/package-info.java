/**
 * Plumbing shared by Borgerbro's own modules. Not API: anything here may change in any release.
 */
@NullMarked
package dk.borgerbro.core.support;

import org.jspecify.annotations.NullMarked;
