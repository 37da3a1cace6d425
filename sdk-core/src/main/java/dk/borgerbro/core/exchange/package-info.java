/**
 * Exchange of files with a service through a folder: put, list, get, remove.
 */
@NullMarked
package dk.borgerbro.core.exchange;

import org.jspecify.annotations.NullMarked;
