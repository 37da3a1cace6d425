/** The calls of a login as a jakarta servlet and as a Spring MVC controller: copy the one that fits. */
@NullMarked
package dk.borgerbro.examples.login.adapter;

import org.jspecify.annotations.NullMarked;
