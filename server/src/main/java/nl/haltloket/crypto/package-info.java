/** Keys and sealed values: the event key, a key per case, the handover's envelope. Knows no feature. */
@NullMarked
package nl.haltloket.crypto;

import org.jspecify.annotations.NullMarked;
