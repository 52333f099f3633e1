/**
 * Care around a juvenile, apart from the case: what a worker noticed or was told, kept where only a look for care opens
 * it; what juveniles say themselves; and the voluntary alternative to a Halt case.
 */
@NullMarked
package nl.haltloket.care;

import org.jspecify.annotations.NullMarked;
