/**
 * What a client tells about its calls while it works: low-cardinality events for metrics and tracing, and, kept apart from
 * them, audit events with the personal fields that the law wants recorded.
 */
@NullMarked
package dk.borgerbro.core.observe;

import org.jspecify.annotations.NullMarked;
