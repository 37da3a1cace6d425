/** How containers are written and read: tar by commons-compress, LZMA by xz. */
@NullMarked
package dk.borgerbro.digitalpost.internal.container;

import org.jspecify.annotations.NullMarked;
