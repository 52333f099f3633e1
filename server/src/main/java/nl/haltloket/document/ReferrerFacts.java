package nl.haltloket.document;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import nl.haltloket.casefile.CaseFile;
import nl.haltloket.event.Event;
import nl.haltloket.handover.Handover;
import nl.haltloket.texts.TextLanguage;
import org.jspecify.annotations.Nullable;

/** What a document for the referrer says besides. */
final class ReferrerFacts {
    private static final int GROUP = 8;

    private ReferrerFacts() {}

    static Map<Place, String> values(CaseFile file, Event event, TextLanguage language) {
        Map<Place, String> values = new EnumMap<>(Place.class);
        Handover.Receipt receipt = file.handover().receipt();
        values.put(Place.REFERRER, referrer(event.referrer(file.handover().referrerId())));
        values.put(Place.RECORD, record(file.content().recordNumber()));
        values.put(Place.TICKET, file.handover().ticket().words());
        values.put(Place.RECEIPT, receipt == null ? "geen" : receipt.number());
        values.put(Place.AUDIT, receipt == null ? "geen" : groups(receipt.auditHead()));
        values.put(Place.SEAL, receipt == null ? "geen" : groups(sha256(receipt.signed())));
        values.put(Place.REASON, reason(file.reason()));
        values.put(Place.SINCE, CaseFacts.moment(language, file.stateSince()));
        return values;
    }

    private static String referrer(Event.@Nullable Referrer referrer) {
        return referrer == null ? "onbekend" : CaseFacts.line(referrer.number() + ", " + referrer.organisation());
    }

    private static String record(@Nullable String number) {
        return number == null ? "niet opgegeven" : CaseFacts.line(number);
    }

    /** Facts only: which of the reasons it was, never the words of a person. */
    private static String reason(@Nullable String reason) {
        return switch (reason == null ? "" : reason) {
            case "REFUSED_BY_JUVENILE" -> "De jongere doet niet mee.";
            case "REFUSED_BY_GUARDIAN" -> "Een ouder of verzorger stemt niet in.";
            case "CONSENT_WITHDRAWN" -> "De instemming is ingetrokken.";
            case "DECLINED_BY_HALT" -> "Halt neemt de zaak niet aan.";
            case "NOT_HALT" -> "Deze zaak kan niet bij Halt.";
            case "PICKED_UP" -> "De jongere is opgehaald. Er is geen afspraak gemaakt.";
            case "WALKED_AWAY" -> "De jongere is weggegaan. Er is geen afspraak gemaakt.";
            case "OTHER" -> "De jongere is vertrokken. Er is geen afspraak gemaakt.";
            default -> "Er is geen reden vastgelegd.";
        };
    }

    /** Readable aloud: groups of hexadecimal digits. */
    static String groups(byte[] bytes) {
        return HexFormat.of().formatHex(bytes).replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is missing", e);
        }
    }
}
