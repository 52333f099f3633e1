/** Gives a case to the system that goes on with it, proves that it arrived, and then erases it here. */
@NullMarked
package nl.haltloket.transfer;

import org.jspecify.annotations.NullMarked;
