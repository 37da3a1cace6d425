/** Fetching and caching of access tokens. Not API. */
@NullMarked
package dk.borgerbro.core.internal.token;

import org.jspecify.annotations.NullMarked;
