package nl.haltloket.identity;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.auth.JWTOptions;
import io.vertx.ext.auth.PubSecKeyOptions;
import io.vertx.ext.auth.User;
import io.vertx.ext.auth.authentication.TokenCredentials;
import io.vertx.ext.auth.jwt.JWTAuth;
import io.vertx.ext.auth.jwt.JWTAuthOptions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/** Makes and reads the access tokens: HS256 under a secret of this event, by and for this event only, 15 minutes. */
final class Tokens {
    private static final Duration LIFE = Duration.ofMinutes(15);
    private static final String ALGORITHM = "HS256";
    private static final String ISSUER = "halt-loket";
    private static final String SESSION = "ses";
    private static final String JUVENILE_CASE = "jvn";

    private final JWTAuth jwt;
    private final String audience;
    private final Clock clock;

    Tokens(Vertx vertx, EventKeys keys, UUID eventId, Clock clock) {
        this.audience = "halt-loket:" + eventId;
        this.clock = clock;
        String secret = Base64.getEncoder().encodeToString(keys.tokenSecret());
        this.jwt = JWTAuth.create(
                vertx,
                new JWTAuthOptions()
                        .addPubSecKey(
                                new PubSecKeyOptions().setAlgorithm(ALGORITHM).setBuffer(secret))
                        .setJWTOptions(new JWTOptions()
                                .setIgnoreExpiration(true)
                                .setIssuer(ISSUER)
                                .addAudience(audience)));
    }

    /** What a token says; with a case it is for the juvenile of that case only. */
    record Claims(
            UUID deviceId,
            @Nullable UUID sessionId,
            @Nullable UUID juvenileCase) {}

    AccessToken issue(Device device, @Nullable Session session) {
        return issue(device, session, null);
    }

    /** Of a tablet that a juvenile holds. */
    AccessToken issueToJuvenile(Device device, UUID juvenileCase) {
        return issue(device, null, juvenileCase);
    }

    private AccessToken issue(Device device, @Nullable Session session, @Nullable UUID juvenileCase) {
        Instant now = clock.instant();
        Instant expiresAt = now.plus(LIFE);
        JsonObject claims = new JsonObject()
                .put("sub", device.id().toString())
                .put("iat", now.getEpochSecond())
                .put("exp", expiresAt.getEpochSecond());
        if (session != null) {
            claims.put(SESSION, session.id().toString());
        }
        if (juvenileCase != null) {
            claims.put(JUVENILE_CASE, juvenileCase.toString());
        }
        String token = jwt.generateToken(
                claims,
                new JWTOptions().setAlgorithm(ALGORITHM).setIssuer(ISSUER).addAudience(audience));
        return new AccessToken(
                token,
                expiresAt,
                device.id(),
                device.profile().wire(),
                AccessToken.WorkerName.of(session, device.profile()),
                juvenileCase);
    }

    /** Refused when it is not ours for this event, and otherwise when expired. Expiry is judged by our own clock. */
    Future<Claims> read(String token) {
        return jwt.authenticate(new TokenCredentials(token))
                .map(this::claims)
                .recover(failure -> Future.failedFuture(failure instanceof Refusal ? failure : invalid()));
    }

    private Claims claims(User user) {
        JsonObject claims = user.attributes().getJsonObject("accessToken", user.principal());
        if (clock.instant().getEpochSecond() >= claims.getLong("exp", 0L)) {
            throw Refusal.notKnown("access.expired", "Het toegangsbewijs is verlopen.");
        }
        return new Claims(UUID.fromString(claims.getString("sub")), id(claims, SESSION), id(claims, JUVENILE_CASE));
    }

    private static @Nullable UUID id(JsonObject claims, String name) {
        return Optional.ofNullable(claims.getString(name)).map(UUID::fromString).orElse(null);
    }

    private static Refusal invalid() {
        return Refusal.notKnown("access.invalid", "Het toegangsbewijs van dit toestel klopt niet.");
    }
}
