package nl.haltloket.web;

import io.vertx.core.Future;

/** Tells who holds an access token; implemented by identity. */
public interface Authenticator {
    /** The caller; refused when the token is expired, forged, of another audience, or of a revoked device. */
    Future<Caller> authenticate(String accessToken);

    /** Fails when the device of a caller was sent away since; asked again and again while a stream is open. */
    Future<Void> stillWelcome(Caller caller);
}
