/** How the server writes its log, and which request a line belongs to. */
@NullMarked
package nl.haltloket.log;

import org.jspecify.annotations.NullMarked;
