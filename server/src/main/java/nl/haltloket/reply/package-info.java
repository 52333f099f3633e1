/** Texts that people send to the desk: kept, matched to a case by number and code, or left for a person to decide. */
@NullMarked
package nl.haltloket.reply;

import org.jspecify.annotations.NullMarked;
