/**
 * MeMo, the message format of Digital Post, versions 1.1 and 1.2: the whole model as immutable values, a validator and a streaming
 * writer. Nothing here uses the network.
 */
@NullMarked
package dk.borgerbro.digitalpost.memo;

import org.jspecify.annotations.NullMarked;
