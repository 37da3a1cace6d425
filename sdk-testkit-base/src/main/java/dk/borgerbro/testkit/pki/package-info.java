/**
 * A certificate authority in memory, its status service on loopback, and certificates shaped like those of Den Danske Stat:
 * OCES3, as issued since 2021. For tests only; nothing here is trusted by anybody, and no key of it is ever stored.
 */
@NullMarked
package dk.borgerbro.testkit.pki;

import org.jspecify.annotations.NullMarked;
