/** Which rules, offences and mandate are in force, where they came from, and every version before. */
@NullMarked
package nl.haltloket.law;

import org.jspecify.annotations.NullMarked;
