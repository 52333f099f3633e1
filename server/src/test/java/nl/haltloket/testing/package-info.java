/** What tests share: a real PostgreSQL, a clock that can be set, and peers this project did not write. */
@NullMarked
package nl.haltloket.testing;

import org.jspecify.annotations.NullMarked;
