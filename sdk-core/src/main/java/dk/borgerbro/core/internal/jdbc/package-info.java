/** Short transactions on a data source of the user's: shared by journal and store. JDBC 4.2, H2 and PostgreSQL. */
@NullMarked
package dk.borgerbro.core.internal.jdbc;

import org.jspecify.annotations.NullMarked;
