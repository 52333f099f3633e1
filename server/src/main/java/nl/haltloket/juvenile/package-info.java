/** What a tablet serves while a juvenile holds it. */
@NullMarked
package nl.haltloket.juvenile;

import org.jspecify.annotations.NullMarked;
