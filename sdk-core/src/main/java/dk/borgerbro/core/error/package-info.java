/**
 * One root, {@link dk.borgerbro.core.error.SdkException}, below which every error answers four questions: who must act,
 * may the call be repeated, did it happen, and what to quote to support. No message carries personal data.
 */
@NullMarked
package dk.borgerbro.core.error;

import org.jspecify.annotations.NullMarked;
