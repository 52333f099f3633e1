/** What a dashboard asks of the server: numbers only, no ids and nothing of anybody. */
@NullMarked
package nl.haltloket.metrics;

import org.jspecify.annotations.NullMarked;
