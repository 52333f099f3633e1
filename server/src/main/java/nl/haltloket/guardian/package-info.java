/** Parents and other guardians: their numbers, what was sent, and who spoke with them. */
@NullMarked
package nl.haltloket.guardian;

import org.jspecify.annotations.NullMarked;
