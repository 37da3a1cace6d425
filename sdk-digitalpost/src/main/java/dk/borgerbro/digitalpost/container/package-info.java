/**
 * Containers, in which many messages travel in one call: a tar archive with one MeMo per entry, compressed as LZMA ({@code .tar.lzma},
 * media type {@code application/x-lzma}). Nothing here uses the network.
 */
@NullMarked
package dk.borgerbro.digitalpost.container;

import org.jspecify.annotations.NullMarked;
