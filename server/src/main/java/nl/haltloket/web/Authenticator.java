package nl.haltloket.web;

import io.vertx.core.Future;

/** Tells who holds an access token; implemented by identity. */
@FunctionalInterface
public interface Authenticator {
    /** The caller; refused when the token is expired, forged, of another audience, or of a revoked device. */
    Future<Caller> authenticate(String accessToken);
}
