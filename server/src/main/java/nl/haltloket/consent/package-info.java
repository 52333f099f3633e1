/** The written offer, what people decide on it, and the signatures under it. */
@NullMarked
package nl.haltloket.consent;

import org.jspecify.annotations.NullMarked;
