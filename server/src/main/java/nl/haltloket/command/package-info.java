/** Commands that are done once and answered for ever. */
@NullMarked
package nl.haltloket.command;

import org.jspecify.annotations.NullMarked;
