/** Looks for personal data where none may be. */
@NullMarked
package nl.haltloket.leak;

import org.jspecify.annotations.NullMarked;
