package nl.haltloket.identity;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import nl.haltloket.paper.Qr;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Profile;
import nl.haltloket.web.Request;
import org.jspecify.annotations.Nullable;

/** HTTP for devices and sessions. */
public final class IdentityRoutes {
    private final SessionService sessions;
    private final EnrolmentService enrolment;
    private final EnrolmentBundle bundle;
    private final JoinText joinText;
    private final String origin;

    /** @param origin where phones and tablets find the desk, such as {@code https://loket.test} */
    public IdentityRoutes(Identity identity, EnrolmentBundle bundle, JoinText joinText, String origin) {
        this.sessions = identity.sessions();
        this.enrolment = identity.enrolment();
        this.bundle = bundle;
        this.joinText = joinText;
        this.origin = origin;
    }

    private record Enrolled(AccessToken token, Object mandate) {}

    private record Challenge(String challenge) {}

    private record SignedChallenge(String challenge, String signature) {}

    private record Credentials(String login, String password) {}

    private record NewInvitation(String profile, @Nullable String referrerId) {}

    private record QrPath(int size, String path) {
        static QrPath of(String text) {
            Qr qr = Qr.of(text);
            return new QrPath(qr.size(), qr.svgPath());
        }
    }

    private record Invitation(
            String token, String profile, Instant expiresAt, String join, QrPath qr, String appUrl, QrPath appQr) {}

    private record DeviceView(
            UUID id,
            String profile,
            String label,
            @Nullable Object referrer,
            Instant enrolledAt,
            @Nullable Instant revokedAt) {}

    private record DeviceList(List<DeviceView> devices) {}

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("enrolDevice", request -> {
            var body = request.body(EnrolmentService.Enrolment.class);
            return enrolment
                    .enrol(body, request.remote())
                    .map(token -> Answer.created(new Enrolled(token.token(), bundle.of(token.referrerId()))));
        });
        api.operation("listDevices", _ -> enrolment.list().map(this::list).map(Answer::ok));
        api.operation("revokeDevice", request -> enrolment
                .revoke(request.id("deviceId"), request.caller())
                .map(_ -> Answer.nothing()));
        api.operation("createChallenge", request -> sessions.challenge(request.id("deviceId"))
                .map(challenge -> Answer.created(new Challenge(challenge))));
        api.operation("renewToken", this::renew);
        api.operation("startSession", this::signIn);
        api.operation(
                "endSession", request -> sessions.signOut(request.caller()).map(Answer::ok));
        api.operation("createInvitation", this::invite);
    }

    private Future<Answer> renew(Request request) {
        SignedChallenge body = request.body(SignedChallenge.class);
        return sessions.renew(request.id("deviceId"), body.challenge(), body.signature())
                .map(Answer::created);
    }

    private Future<Answer> signIn(Request request) {
        Credentials body = request.body(Credentials.class);
        return sessions.signIn(request.caller(), body.login(), body.password()).map(Answer::created);
    }

    private Future<Answer> invite(Request request) {
        NewInvitation body = request.body(NewInvitation.class);
        Profile profile = Profile.of(body.profile());
        if (profile == Profile.VERWIJZER && bundle.referrer(body.referrerId()) == null) {
            throw Refusal.invalid("invitation.referrer-missing", "Kies eerst wie met deze telefoon overdraagt.");
        }
        return enrolment
                .invite(profile, body.referrerId(), request.caller())
                .map(invitation -> Answer.created(view(invitation)));
    }

    private Invitation view(EnrolmentService.Invitation invitation) {
        String join = joinText.of(invitation.token());
        String appUrl = origin + "/" + invitation.profile().wire();
        return new Invitation(
                invitation.token(),
                invitation.profile().wire(),
                invitation.expiresAt(),
                join,
                QrPath.of(join),
                appUrl,
                QrPath.of(appUrl));
    }

    private DeviceList list(List<Device> devices) {
        return new DeviceList(devices.stream()
                .map(device -> new DeviceView(
                        device.id(),
                        device.profile().wire(),
                        device.label(),
                        bundle.referrer(device.referrerId()),
                        device.enrolledAt(),
                        device.revokedAt()))
                .toList());
    }
}
