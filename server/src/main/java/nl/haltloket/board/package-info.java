/** The board: ticket words, waiting times and states for all to see; never a name. Reads its own view. */
@NullMarked
package nl.haltloket.board;

import org.jspecify.annotations.NullMarked;
