/** What the tests of the network need: a server that misbehaves on order, a proxy, and time that passes only when told. */
@NullMarked
package dk.borgerbro.core.loopback;

import org.jspecify.annotations.NullMarked;
