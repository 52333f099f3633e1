/**
 * Whether a case can go to Halt, by rules that are data. Pure: a situation goes in, a verdict comes out; no clock, no
 * database.
 */
@NullMarked
package nl.haltloket.eligibility;

import org.jspecify.annotations.NullMarked;
