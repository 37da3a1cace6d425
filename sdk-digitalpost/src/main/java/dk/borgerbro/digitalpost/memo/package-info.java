/**
 * MeMo, the message format of Digital Post, versions 1.1 and 1.2: the whole model as immutable values, a streaming writer and reader,
 * a validator for messages that are to be sent and a checker for XML that lies there. Nothing here uses the network.
 */
@NullMarked
package dk.borgerbro.digitalpost.memo;

import org.jspecify.annotations.NullMarked;
