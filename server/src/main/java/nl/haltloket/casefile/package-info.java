/** The case that follows a handover: its states, and the transaction of receipt. */
@NullMarked
package nl.haltloket.casefile;

import org.jspecify.annotations.NullMarked;
