/** Text messages: the outbox, its worker and the gateways. Takes a text and a number from others; knows no feature. */
@NullMarked
package nl.haltloket.notify;

import org.jspecify.annotations.NullMarked;
