/** What {@code scripts/bench} runs: measurements of the real server, from outside. */
@NullMarked
package nl.haltloket.bench;

import org.jspecify.annotations.NullMarked;
