/** Who stands at the desk: workers, devices, and the tokens they act with. */
@NullMarked
package nl.haltloket.identity;

import org.jspecify.annotations.NullMarked;
