/** Gateways by HTTP: the Notify API, Kannel's {@code sendsms}, and what their providers call back. */
@NullMarked
package nl.haltloket.notify.http;

import org.jspecify.annotations.NullMarked;
