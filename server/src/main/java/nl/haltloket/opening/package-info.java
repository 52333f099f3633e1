/** The locked desk: who opens it, how often may be tried, and what it takes in meanwhile without reading it. */
@NullMarked
package nl.haltloket.opening;

import org.jspecify.annotations.NullMarked;
