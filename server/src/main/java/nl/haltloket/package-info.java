/** The Halt-loket server: wiring and start-up. */
@NullMarked
package nl.haltloket;

import org.jspecify.annotations.NullMarked;
