/** Everything that becomes paper: HTML to PDF, QR codes. Knows no feature. */
@NullMarked
package nl.haltloket.paper;

import org.jspecify.annotations.NullMarked;
