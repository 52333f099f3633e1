/** The whole product as people use it: the real server, real browsers, a camera, a gateway this project did not write. */
@NullMarked
package nl.haltloket.journey;

import org.jspecify.annotations.NullMarked;
