/** Reads the files under {@code config/} and the environment; a mistake in either stops the start. */
@NullMarked
package nl.haltloket.config;

import org.jspecify.annotations.NullMarked;
