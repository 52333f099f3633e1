package nl.haltloket.consent;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import nl.haltloket.casefile.Choice.Signed;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.Cose;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.crypto.P256;
import nl.haltloket.db.Tx;
import nl.haltloket.document.Shown;
import nl.haltloket.identity.Device;
import nl.haltloket.identity.SessionService;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Caller;

/** Takes signatures in, countersigns them, and looks at every opening whether they still cover what was shown. */
final class Signatures {
    /** Two clocks are never quite the same, and somebody may look at a signature before sending it. */
    private static final Duration CLOCKS = Duration.ofMinutes(10);

    /** What was drawn stays on the tablet until it is taken in. */
    private static final String LATE =
            "Deze handtekening kwam te laat aan. De tekening staat er nog. Is het nog ja? Tik dan nog een keer op"
                    + " 'Ik teken'.";

    private static final String EARLY = "De klok van deze tablet loopt voor. Zet de klok gelijk, en teken dan opnieuw.";

    private final SignatureRepository signatures = new SignatureRepository();
    private final Vertx vertx;
    private final SessionService sessions;
    private final EventKeys keys;
    private final Clock clock;

    Signatures(Vertx vertx, SessionService sessions, EventKeys keys, Clock clock) {
        this.vertx = vertx;
        this.sessions = sessions;
        this.keys = keys;
        this.clock = clock;
    }

    /** A signature that is to stand under a decision, with what was sealed of that. */
    record Under(UUID caseId, UUID decisionId, NewDecision.Details decision, byte[] detailsSealed) {}

    private record Given(byte[] statement, byte[] image) {
        static Given of(NewDecision.NewSignature signature) {
            try {
                Base64.Decoder decoder = Base64.getUrlDecoder();
                return new Given(decoder.decode(signature.statement()), decoder.decode(signature.image()));
            } catch (IllegalArgumentException e) {
                throw broken();
            }
        }

        /** What is signed: around it and in the signature itself a bit can be turned that changes no meaning. */
        byte[] signed() {
            try {
                return Cose.decode(statement).payload();
            } catch (IOException | IllegalArgumentException e) {
                throw broken();
            }
        }
    }

    /** Keeps it; gives the SHA-256 of the countersignature, in hexadecimal, for the audit. */
    Future<String> keep(
            Tx tx, CaseCipher cipher, Under under, NewDecision.NewSignature signature, Shown shown, Caller caller) {
        Given given = Given.of(signature);
        if (!SignatureImage.fits(given.image())) {
            throw noImage();
        }
        byte[] hash = Hashes.of(given.signed());
        return signatures
                .used(tx, hash)
                .map(Signatures::once)
                .compose(_ -> sessions.known(tx, caller.deviceId()))
                .compose(device -> mathematics(() -> stored(cipher, under, given, shown, device)))
                .compose(stored -> signatures
                        .keep(tx, stored, caller.deviceId(), hash)
                        .map(_ -> Hashes.hex(stored.countersigned())));
    }

    private static Boolean once(Boolean used) {
        if (used) {
            throw Refusal.conflict(
                    "consent.signature-used", "Deze handtekening staat al onder een besluit. Laat opnieuw tekenen.");
        }
        return used;
    }

    /** Elliptic curves take milliseconds: beside the event loop. */
    private <T> Future<T> mathematics(Callable<T> work) {
        return vertx.executeBlocking(work, false);
    }

    private SignatureRepository.Stored stored(CaseCipher cipher, Under under, Given given, Shown shown, Device device) {
        Instant now = clock.instant();
        drawn(given);
        check(statement(given, device), under, given, shown, now);
        var sealed = new Countersignature.Columns(
                under.detailsSealed(),
                cipher.seal(place("statement_sealed", under.decisionId()), given.statement()),
                cipher.seal(
                        place("text_sealed", under.decisionId()), shown.text().getBytes(StandardCharsets.UTF_8)),
                cipher.seal(place("image_sealed", under.decisionId()), given.image()));
        byte[] countersigned = Countersignature.of(
                        under.caseId(), under.decisionId(), sealed, device.id(), device.publicKey(), now)
                .signed(keys.receiptKeys().getPrivate());
        return new SignatureRepository.Stored(
                under.decisionId(),
                under.caseId(),
                device.eventId(),
                sealed,
                countersigned,
                P256.point(keys.receiptKeys().getPublic()));
    }

    private static void drawn(Given given) {
        try {
            if (SignatureImage.isBlank(given.image())) {
                throw Refusal.invalid(
                        "consent.signature-blank",
                        "Er is niets getekend. Laat tekenen, of kies 'Ik kan nu niet tekenen'.");
            }
        } catch (IOException e) {
            throw noImage();
        }
    }

    private static Refusal noImage() {
        return Refusal.invalid("consent.signature-image", "Dit beeld is geen handtekening. Laat opnieuw tekenen.");
    }

    private static SignedStatement statement(Given given, Device device) {
        try {
            return SignedStatement.read(given.statement(), device.id(), P256.publicKey(device.publicKey()));
        } catch (IOException | GeneralSecurityException e) {
            throw broken();
        }
    }

    private static void check(SignedStatement statement, Under under, Given given, Shown shown, Instant now) {
        if (!statement.about(under.caseId(), under.decision()) || !Hashes.same(statement.imageHash(), given.image())) {
            throw Refusal.invalid(
                    "consent.signature-other", "Deze handtekening hoort bij iets anders. Laat opnieuw tekenen.");
        }
        if (!Hashes.same(statement.textHash(), shown.text().getBytes(StandardCharsets.UTF_8))) {
            throw Refusal.conflict(
                    "consent.signature-other-text",
                    "De tekst is intussen veranderd. Laat de nieuwe tekst zien en opnieuw tekenen.");
        }
        Duration late = Duration.between(statement.at(), now);
        if (late.abs().compareTo(CLOCKS) > 0) {
            throw Refusal.conflict("consent.signature-time", late.isPositive() ? LATE : EARLY);
        }
    }

    private static Refusal broken() {
        return Refusal.invalid("consent.signature-broken", "Deze handtekening klopt niet. Laat opnieuw tekenen.");
    }

    /** How the signatures of a case are found now, by decision. */
    Future<Map<UUID, Signed>> look(Tx tx, UUID caseId, CaseCipher cipher, Map<UUID, NewDecision.Details> decisions) {
        return signatures
                .ofCase(tx, caseId)
                .compose(all -> all.isEmpty()
                        ? Future.succeededFuture(Map.of())
                        : mathematics(() -> looked(caseId, cipher, decisions, all)));
    }

    private Map<UUID, Signed> looked(
            UUID caseId,
            CaseCipher cipher,
            Map<UUID, NewDecision.Details> decisions,
            List<SignatureRepository.Stored> all) {
        Map<UUID, Signed> found = new HashMap<>();
        for (SignatureRepository.Stored one : all) {
            NewDecision.Details decision = decisions.get(one.decisionId());
            if (decision != null) {
                found.put(one.decisionId(), looked(caseId, cipher, decision, one));
            }
        }
        return found;
    }

    private Signed looked(
            UUID caseId, CaseCipher cipher, NewDecision.Details decision, SignatureRepository.Stored one) {
        Countersignature countersigned;
        try {
            countersigned = Countersignature.read(
                    one.countersigned(), keys.receiptKeys().getPublic());
        } catch (IOException e) {
            return broken(clock.instant(), "Het loket heeft deze handtekening zo niet vastgelegd.");
        }
        return (one.caseId().equals(caseId) ? Optional.<String>empty() : Optional.of(OTHER_CASE))
                .or(() -> countersigned.problem(caseId, one.decisionId(), one.sealed()))
                .or(() -> inside(caseId, cipher, decision, one, countersigned))
                .map(problem -> broken(countersigned.at(), problem))
                .orElseGet(() -> new Signed(
                        countersigned.at(),
                        Signed.State.VALID,
                        null,
                        Hashes.hex(cipher.open(
                                place("statement_sealed", one.decisionId()),
                                one.sealed().statement()))));
    }

    private static final String OTHER_CASE = "Deze handtekening hoort bij een andere zaak.";
    private static final String OTHER_TEXT = "De handtekening past niet bij deze tekst, dit beeld of dit besluit.";

    /** What only the key of the case shows: that the tablet signed this text, this image and this answer. */
    private static Optional<String> inside(
            UUID caseId,
            CaseCipher cipher,
            NewDecision.Details decision,
            SignatureRepository.Stored one,
            Countersignature countersigned) {
        try {
            UUID id = one.decisionId();
            byte[] message =
                    cipher.open(place("statement_sealed", id), one.sealed().statement());
            byte[] text = cipher.open(place("text_sealed", id), one.sealed().text());
            byte[] image = cipher.open(place("image_sealed", id), one.sealed().image());
            SignedStatement statement =
                    SignedStatement.read(message, countersigned.deviceId(), P256.publicKey(countersigned.deviceKey()));
            boolean fits = statement.about(caseId, decision)
                    && Hashes.same(statement.textHash(), text)
                    && Hashes.same(statement.imageHash(), image);
            return fits ? Optional.empty() : Optional.of(OTHER_TEXT);
        } catch (IOException | GeneralSecurityException | IllegalStateException e) {
            return Optional.of(OTHER_TEXT);
        }
    }

    private static Signed broken(Instant at, String problem) {
        return new Signed(at, Signed.State.BROKEN, problem, null);
    }

    private static CaseCipher.Place place(String column, UUID decisionId) {
        return new CaseCipher.Place("decision_signature", column, decisionId.toString());
    }
}
