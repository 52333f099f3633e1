/** The texts that guardians get: versions in languages, signed off by a person before one is sent. */
@NullMarked
package nl.haltloket.texts;

import org.jspecify.annotations.NullMarked;
