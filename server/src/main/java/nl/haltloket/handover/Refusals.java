package nl.haltloket.handover;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import nl.haltloket.refusal.Refusal;

/** Why a handover can no longer change, in words that tell who was first and when. */
final class Refusals {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm").withZone(ZoneId.of("Europe/Amsterdam"));

    private Refusals() {}

    /** The handover, when it may become this. */
    static Handover fitting(Handover handover, HandoverState next) {
        if (!handover.state().canBecome(next)) {
            throw already(handover);
        }
        return handover;
    }

    /** The handover, when its referrer may still withdraw or correct it; after receipt the desk is to be told. */
    static Handover stillYours(Handover handover, String deskPhone) {
        if (handover.state() == HandoverState.RECEIVED) {
            throw Refusal.conflict(
                    "handover.already-received",
                    "Het loket heeft deze jongere al overgenomen. Bel het loket wat er anders moet: %s."
                            .formatted(deskPhone));
        }
        return fitting(handover, HandoverState.WITHDRAWN);
    }

    private static Refusal already(Handover handover) {
        String when = Optional.ofNullable(handover.endedAt()).map(TIME::format).orElse("eerder");
        String who = Optional.ofNullable(handover.endedBy()).orElse("het loket");
        return switch (handover.state()) {
            case RECEIVED ->
                Refusal.conflict(
                        "handover.already-received",
                        "%s heeft deze jongere om %s al overgenomen.".formatted(who, when),
                        Map.of("by", who, "at", when));
            case DECLINED ->
                Refusal.conflict("handover.declined", "%s heeft deze overdracht om %s geweigerd.".formatted(who, when));
            case WITHDRAWN ->
                Refusal.conflict(
                        "handover.withdrawn", "De verwijzer heeft deze overdracht om %s ingetrokken.".formatted(when));
            case EXPIRED -> Refusal.conflict("handover.expired", "Deze overdracht is verlopen; het loket is gesloten.");
            case CAPTURED, SUBMITTED -> Refusal.conflict("handover.state", "Dit kan nu niet met deze overdracht.");
        };
    }

    static Refusal notYours() {
        return Refusal.notAllowed("handover.not-yours", "Alleen wie overdroeg, kan de overdracht verbeteren.");
    }

    /** Not as who calls, who may be another: a tablet brings what a phone signed. */
    static Refusal unknownSigner() {
        return Refusal.invalid(
                "handover.signer-unknown", "Deze overdracht is getekend door een toestel dat wij niet kennen.");
    }

    static Refusal revokedSigner() {
        return Refusal.invalid(
                "handover.signer-revoked", "Deze overdracht is getekend door een toestel dat is ingetrokken.");
    }

    static Refusal unknown() {
        return Refusal.notFound("handover.unknown", "Deze overdracht kennen wij niet.");
    }
}
