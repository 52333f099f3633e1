/** Files that an office signed, and the offices that are believed. */
@NullMarked
package nl.haltloket.bundle;

import org.jspecify.annotations.NullMarked;
