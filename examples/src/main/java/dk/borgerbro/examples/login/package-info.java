/** A small web site with login, on the JDK's HTTP server, and adapters with which the same calls fit servlets and Spring MVC. */
@NullMarked
package dk.borgerbro.examples.login;

import org.jspecify.annotations.NullMarked;
