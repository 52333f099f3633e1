/** The one way in which a service says no: a stable code and a Dutch sentence, knowing nothing of HTTP. */
@NullMarked
package nl.haltloket.refusal;

import org.jspecify.annotations.NullMarked;
