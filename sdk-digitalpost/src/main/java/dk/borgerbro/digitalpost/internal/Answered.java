package dk.borgerbro.digitalpost.internal;

import dk.borgerbro.core.error.CallReference;

/**
 * What a call brought.
 *
 * @param value what the answer became
 * @param call what to quote about it
 */
record Answered<T>(T value, CallReference call) {}
