/** The dossier of a case, as another organisation reads it: Dutch JSON and the same tree on paper. */
@NullMarked
package nl.haltloket.dossier;

import org.jspecify.annotations.NullMarked;
