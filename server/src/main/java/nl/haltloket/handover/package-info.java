/** The moment at which a referrer hands a juvenile over to the desk. */
@NullMarked
package nl.haltloket.handover;

import org.jspecify.annotations.NullMarked;
