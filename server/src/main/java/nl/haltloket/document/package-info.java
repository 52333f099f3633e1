/** The documents that the juvenile, a guardian and the referrer get: versions in languages, signed off by a person. */
@NullMarked
package nl.haltloket.document;

import org.jspecify.annotations.NullMarked;
