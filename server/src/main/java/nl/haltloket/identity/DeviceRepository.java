package nl.haltloket.identity;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.db.Tx;
import nl.haltloket.web.Profile;
import org.jspecify.annotations.Nullable;

/** Devices and the invitations that let them in. */
final class DeviceRepository {
    private static final String COLUMNS =
            "id, event_id, profile, label, referrer_id, public_key, enrolled_at, revoked_at";
    private static final String INSERT = """
            INSERT INTO device (id, event_id, profile, label, referrer_id, public_key, enrolled_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING""";
    private static final String FIND = "SELECT " + COLUMNS + " FROM device WHERE id = $1";
    private static final String LIST =
            "SELECT " + COLUMNS + " FROM device WHERE event_id = $1 ORDER BY enrolled_at DESC LIMIT 500";
    private static final String REVOKE = """
            UPDATE device SET revoked_at = $3 WHERE event_id = $1 AND id = $2 AND revoked_at IS NULL""";
    private static final String INVITE = """
            INSERT INTO invitation (id, event_id, token_match, profile, referrer_id, created_at, created_by, expires_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)""";
    private static final String FIND_INVITATION = """
            SELECT id, profile, referrer_id, expires_at, used_at FROM invitation
            WHERE event_id = $1 AND token_match = $2 FOR UPDATE""";
    private static final String USE_INVITATION = "UPDATE invitation SET used_at = $2 WHERE id = $1";

    record Invitation(
            UUID id,
            Profile profile,
            @Nullable String referrerId,
            Instant expiresAt,
            @Nullable Instant usedAt) {}

    /** False when a device with this id exists already. */
    Future<Boolean> insert(Tx tx, Device device) {
        return tx.update(
                        INSERT,
                        device.id(),
                        device.eventId(),
                        device.profile().wire(),
                        device.label(),
                        device.referrerId(),
                        Buffer.buffer(device.publicKey()),
                        at(device.enrolledAt()))
                .map(rows -> rows == 1);
    }

    Future<Optional<Device>> find(Tx tx, UUID id) {
        return tx.one(DeviceRepository::toDevice, FIND, id);
    }

    Future<List<Device>> list(Tx tx, UUID eventId) {
        return tx.list(DeviceRepository::toDevice, LIST, eventId);
    }

    Future<Boolean> revoke(Tx tx, UUID eventId, UUID id, Instant now) {
        return tx.update(REVOKE, eventId, id, at(now)).map(rows -> rows == 1);
    }

    Future<Void> invite(
            Tx tx, UUID eventId, Invitation invitation, byte[] tokenMatch, Instant now, @Nullable UUID createdBy) {
        return tx.update(
                        INVITE,
                        invitation.id(),
                        eventId,
                        Buffer.buffer(tokenMatch),
                        invitation.profile().wire(),
                        invitation.referrerId(),
                        at(now),
                        createdBy,
                        at(invitation.expiresAt()))
                .mapEmpty();
    }

    Future<Optional<Invitation>> findInvitation(Tx tx, UUID eventId, byte[] tokenMatch) {
        return tx.one(DeviceRepository::toInvitation, FIND_INVITATION, eventId, Buffer.buffer(tokenMatch));
    }

    Future<Void> useInvitation(Tx tx, UUID id, Instant now) {
        return tx.update(USE_INVITATION, id, at(now)).mapEmpty();
    }

    private static Device toDevice(Row row) {
        return new Device(
                row.getUUID("id"),
                row.getUUID("event_id"),
                Profile.of(row.getString("profile")),
                row.getString("label"),
                row.getString("referrer_id"),
                row.getBuffer("public_key").getBytes(),
                row.getOffsetDateTime("enrolled_at").toInstant(),
                instant(row.getOffsetDateTime("revoked_at")));
    }

    private static Invitation toInvitation(Row row) {
        return new Invitation(
                row.getUUID("id"),
                Profile.of(row.getString("profile")),
                row.getString("referrer_id"),
                row.getOffsetDateTime("expires_at").toInstant(),
                instant(row.getOffsetDateTime("used_at")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
