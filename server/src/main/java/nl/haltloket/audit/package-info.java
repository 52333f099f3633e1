/** The append-only chain of who did what to which record, per event. */
@NullMarked
package nl.haltloket.audit;

import org.jspecify.annotations.NullMarked;
