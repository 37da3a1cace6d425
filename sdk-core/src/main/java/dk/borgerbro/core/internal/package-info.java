/**
 * What stands behind the public packages: one sub-package per subject, third-party libraries allowed. Not API.
 */
@NullMarked
package dk.borgerbro.core.internal;

import org.jspecify.annotations.NullMarked;
