/** Adapters from {@link dk.borgerbro.core.observe.CallListener} to the two usual telemetry libraries; copy what you need. */
@NullMarked
package dk.borgerbro.examples.observe;

import org.jspecify.annotations.NullMarked;
