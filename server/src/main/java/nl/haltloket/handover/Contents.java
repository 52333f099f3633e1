package nl.haltloket.handover;

import io.vertx.core.Future;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.json.Json;
import org.jspecify.annotations.Nullable;

/** The sealed content of handovers: under a key of its own, until it is taken into a case that has one already. */
final class Contents {
    private final HandoverRepository handovers;
    private final Verdicts verdicts;
    private final CaseKeys caseKeys;
    private final Event event;

    Contents(HandoverRepository handovers, Verdicts verdicts, CaseKeys caseKeys, Event event) {
        this.handovers = handovers;
        this.verdicts = verdicts;
        this.caseKeys = caseKeys;
        this.event = event;
    }

    static byte[] seal(CaseCipher cipher, UUID id, UUID keyId, HandoverContent content) {
        return cipher.seal(place(id, keyId), Json.bytes(content));
    }

    Future<HandoverContent> read(Tx tx, Handover handover) {
        UUID keyId = keyId(handover);
        return caseKeys.open(tx, keyId).compose(cipher -> handovers
                .content(tx, event.id(), handover.id())
                .map(found -> found.orElseThrow(Refusals::unknown))
                .map(bytes -> Json.read(cipher.open(place(handover.id(), keyId), bytes), HandoverContent.class)));
    }

    /** Seals a content and its verdicts anew under the key of the case that it joins; its own key is deleted. */
    Future<Void> moveInto(Tx tx, Handover handover, UUID caseId) {
        return read(tx, handover)
                .compose(content -> caseKeys.open(tx, caseId)
                        .compose(cipher -> handovers.keepContent(
                                tx, event.id(), handover.id(), seal(cipher, handover.id(), caseId, content))))
                .compose(_ -> verdicts.moveInto(tx, handover.id(), caseId))
                .compose(_ -> caseKeys.delete(tx, handover.id()));
    }

    /** Whether a referrer, who handed this juvenile over before, names the same one again. */
    static boolean sameJuvenile(HandoverContent.Juvenile one, HandoverContent.Juvenile other) {
        return same(one.familyName(), other.familyName())
                && same(one.givenNames(), other.givenNames())
                && Objects.equals(one.birthDate(), other.birthDate());
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return plain(one).equals(plain(other));
    }

    private static String plain(@Nullable String name) {
        return name == null ? "" : name.strip().toLowerCase(Locale.ROOT);
    }

    /** Whose key seals it: of the case in which it was received, or its own. */
    static UUID keyId(Handover handover) {
        UUID caseId = handover.caseId();
        return caseId == null ? handover.id() : caseId;
    }

    /** The first of a case is its only one without a row of its own. */
    private static CaseCipher.Place place(UUID id, UUID keyId) {
        return new CaseCipher.Place("handover", "content_sealed", id.equals(keyId) ? "" : id.toString());
    }
}
