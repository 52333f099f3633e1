package nl.haltloket.identity;

import io.vertx.core.Future;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.audit.Audit;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.audit.AuditEntry;
import nl.haltloket.crypto.CheckedCode;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.crypto.P256;
import nl.haltloket.db.Database;
import nl.haltloket.db.Tx;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;
import nl.haltloket.web.Profile;
import nl.haltloket.web.Role;
import org.jspecify.annotations.Nullable;

/** Lets devices in by a one-time code, or a coordinator's laptop by password, and sends them away again. */
public final class EnrolmentService {
    /** Signalled when a device is sent away; the key is its id. */
    public static final String DEVICE_TOPIC = "device";

    private static final Duration INVITATION_LIFE = Duration.ofMinutes(10);
    private static final CheckedCode CODE = new CheckedCode(10);

    private final Database database;
    private final DeviceRepository devices;
    private final SessionService sessions;
    private final Audit audit;
    private final EventKeys keys;
    private final UUID eventId;
    private final boolean drill;
    private final Clock clock;
    private final Supplier<UUID> ids;
    private final SecureRandom random;
    private final Attempts attempts;

    EnrolmentService(IdentityContext context, DeviceRepository devices, SessionService sessions) {
        this.database = context.database();
        this.devices = devices;
        this.sessions = sessions;
        this.audit = context.audit();
        this.keys = context.keys();
        this.eventId = context.eventId();
        this.drill = context.drill();
        this.clock = context.clock();
        this.ids = context.ids();
        this.random = context.random();
        this.attempts = new Attempts(clock, 20, Duration.ofMinutes(1));
    }

    /** A device that asks to be let in. */
    public record Enrolment(
            UUID id,
            String publicKey,
            String proof,
            String label,
            boolean drillConfirmed,
            @Nullable String token,
            @Nullable String login,
            @Nullable String password) {}

    /** A device that was let in. */
    public record Enrolled(AccessToken token, @Nullable String referrerId) {}

    /** A code for one device, told once. */
    public record Invitation(String token, Profile profile, Instant expiresAt) {}

    /** Makes a code that lets one device in within ten minutes. */
    public Future<Invitation> invite(Profile profile, @Nullable String referrerId, @Nullable Caller by) {
        String token = CODE.generate(random);
        Instant now = clock.instant();
        var invitation =
                new DeviceRepository.Invitation(ids.get(), profile, referrerId, now.plus(INVITATION_LIFE), null);
        UUID workerId = by == null ? null : by.requireWorker().id();
        return database.inTransaction(tx -> devices.invite(tx, eventId, invitation, match(token), now, workerId)
                        .compose(_ -> record(tx, "invitation:" + invitation.id(), by, profile.wire())))
                .map(_ -> new Invitation(token, profile, invitation.expiresAt()));
    }

    /** Lets a device in; refused when the code is wrong, used or expired, or the proof does not fit the key. */
    public Future<Enrolled> enrol(Enrolment enrolment, String remote) {
        attempts.begin(remote);
        if (drill && !enrolment.drillConfirmed()) {
            throw Refusal.invalid("enrolment.drill-not-confirmed", "Bevestig eerst dat dit een oefening is.");
        }
        byte[] publicKey = provenKey(enrolment);
        Future<Device> device = enrolment.token() == null
                ? byPassword(enrolment, publicKey, remote)
                : database.inTransaction(tx -> byToken(tx, enrolment, publicKey));
        return device.onSuccess(_ -> attempts.passed(remote))
                .map(enrolled -> new Enrolled(sessions.tokenWithoutWorker(enrolled), enrolled.referrerId()));
    }

    /** All devices, newest first. */
    public Future<List<Device>> list() {
        return database.inTransaction(tx -> devices.list(tx, eventId));
    }

    /** Sends a device away: from now on it can do nothing. */
    public Future<Void> revoke(UUID deviceId, Caller by) {
        return database.inTransaction(tx -> devices.revoke(tx, eventId, deviceId, clock.instant())
                .compose(done -> done
                        ? record(tx, "device:" + deviceId, by, "revoked")
                                .compose(_ -> tx.signal(DEVICE_TOPIC, deviceId.toString()))
                        : Future.failedFuture(
                                Refusal.notFound("device.unknown", "Dit toestel bestaat niet of is al ingetrokken."))));
    }

    private Future<Device> byToken(Tx tx, Enrolment enrolment, byte[] publicKey) {
        String token = CODE.parse(String.valueOf(enrolment.token())).orElseThrow(EnrolmentService::wrongToken);
        return devices.findInvitation(tx, eventId, match(token))
                .map(found -> usable(found.orElseThrow(EnrolmentService::wrongToken)))
                .compose(invitation -> devices.useInvitation(tx, invitation.id(), clock.instant())
                        .compose(_ -> insert(tx, enrolment, publicKey, invitation.profile(), invitation.referrerId())));
    }

    private Future<Device> byPassword(Enrolment enrolment, byte[] publicKey, String remote) {
        return sessions.worker(String.valueOf(enrolment.login()), String.valueOf(enrolment.password()), remote)
                .compose(worker -> worker.roles().contains(Role.COORDINATOR)
                        ? database.inTransaction(tx -> insert(tx, enrolment, publicKey, Profile.BEHEER, null))
                        : Future.failedFuture(Refusal.notAllowed(
                                "enrolment.not-coordinator",
                                "Alleen een coördinator kan een beheertoestel aanmelden.")));
    }

    private DeviceRepository.Invitation usable(DeviceRepository.Invitation invitation) {
        if (invitation.usedAt() != null) {
            throw Refusal.conflict("enrolment.token-used", "Deze aanmeldcode is al gebruikt. Vraag een nieuwe.");
        }
        if (clock.instant().isAfter(invitation.expiresAt())) {
            throw Refusal.conflict("enrolment.token-expired", "Deze aanmeldcode is verlopen. Vraag een nieuwe.");
        }
        return invitation;
    }

    private Future<Device> insert(
            Tx tx, Enrolment enrolment, byte[] publicKey, Profile profile, @Nullable String referrerId) {
        Device device = new Device(
                enrolment.id(), eventId, profile, enrolment.label(), referrerId, publicKey, clock.instant(), null);
        return devices.insert(tx, device)
                .compose(fresh -> fresh
                        ? record(tx, "device:" + device.id(), null, "enrolled " + profile.wire())
                        : Future.failedFuture(Refusal.conflict("enrolment.id-used", "Dit toestel is al aangemeld.")))
                .map(_ -> device);
    }

    private static byte[] provenKey(Enrolment enrolment) {
        String holder = enrolment.token() == null
                ? String.valueOf(enrolment.login())
                : CODE.parse(enrolment.token()).orElseThrow(EnrolmentService::wrongToken);
        String message = "halt-loket/enrol/1|" + enrolment.id() + "|" + holder + "|" + enrolment.publicKey();
        try {
            byte[] point = Base64.getUrlDecoder().decode(enrolment.publicKey());
            byte[] proof = Base64.getUrlDecoder().decode(enrolment.proof());
            if (P256.verify(P256.publicKey(point), message.getBytes(StandardCharsets.UTF_8), proof)) {
                return point;
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw Refusal.invalid("enrolment.key-invalid", "De sleutel van dit toestel klopt niet.");
        }
        throw Refusal.invalid("enrolment.proof-invalid", "Het toestel kon niet bewijzen dat de sleutel van hem is.");
    }

    private Future<Void> record(Tx tx, String subject, @Nullable Caller by, String facts) {
        String actor = by == null ? "system" : by.auditName();
        return audit.record(
                        tx,
                        new AuditEntry(
                                eventId,
                                AuditAction.CHANGE,
                                subject,
                                actor,
                                "toegang tot het loket",
                                AuditEntry.SECURITY,
                                facts))
                .mapEmpty();
    }

    private byte[] match(String token) {
        return keys.match("invitation", token.getBytes(StandardCharsets.UTF_8));
    }

    private static Refusal wrongToken() {
        return Refusal.notFound("enrolment.token-wrong", "Deze aanmeldcode klopt niet. Kijk hem nog eens na.");
    }
}
