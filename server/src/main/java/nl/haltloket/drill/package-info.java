/** Drill mode: a gateway that reaches nobody, and the guard that no other is used. */
@NullMarked
package nl.haltloket.drill;

import org.jspecify.annotations.NullMarked;
