/** The pop-up day: its cards and tickets. */
@NullMarked
package nl.haltloket.event;

import org.jspecify.annotations.NullMarked;
