/**
 * The seam between the SDK and the network: one call in, one raw answer out. The default transport is Apache HttpClient 5.
 */
@NullMarked
package dk.borgerbro.core.http;

import org.jspecify.annotations.NullMarked;
