/** The short intake at the desk: identity, language, contact, pick-up and appointment. */
@NullMarked
package nl.haltloket.intake;

import org.jspecify.annotations.NullMarked;
