/** PostgreSQL: the server, its migrations, and transactions. Knows no feature. */
@NullMarked
package nl.haltloket.db;

import org.jspecify.annotations.NullMarked;
