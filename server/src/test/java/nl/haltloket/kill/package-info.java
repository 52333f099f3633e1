/** Kills the server and its database at exact points, and looks what is left. */
@NullMarked
package nl.haltloket.kill;

import org.jspecify.annotations.NullMarked;
