/** How the event keys are kept: in the clear for a drill, or wrapped, with a copy in memory that survives a crash. */
@NullMarked
package nl.haltloket.keys;

import org.jspecify.annotations.NullMarked;
