/**
 * Keys, certificates and secrets: OCES3 organisation and system certificates as issued by Den Danske Stat since 2021.
 */
@NullMarked
package dk.borgerbro.core.credential;

import org.jspecify.annotations.NullMarked;
