/** JSON as this server writes and reads it. */
@NullMarked
package nl.haltloket.json;

import org.jspecify.annotations.NullMarked;
