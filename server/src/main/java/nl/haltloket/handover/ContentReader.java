package nl.haltloket.handover;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import nl.haltloket.crypto.CborMap;
import nl.haltloket.eligibility.Decision;
import nl.haltloket.handover.HandoverContent.Admission;
import nl.haltloket.handover.HandoverContent.Answer;
import nl.haltloket.handover.HandoverContent.Counsel;
import nl.haltloket.handover.HandoverContent.Declarations;
import nl.haltloket.handover.HandoverContent.Eligibility;
import nl.haltloket.handover.HandoverContent.Fireworks;
import nl.haltloket.handover.HandoverContent.Guardian;
import nl.haltloket.handover.HandoverContent.IdentityBasis;
import nl.haltloket.handover.HandoverContent.Juvenile;
import nl.haltloket.handover.HandoverContent.Manner;
import nl.haltloket.handover.HandoverContent.PriorCheck;
import nl.haltloket.handover.HandoverContent.Relation;
import nl.haltloket.handover.HandoverContent.Responsive;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Reads the data part of an envelope. The caps (UTF-8 bytes) keep the worst case inside one QR code of version 22 at
 * level M; a phone of ours never passes them.
 */
final class ContentReader {
    private static final int PLACE_MAX = 40;
    private static final int DESCRIPTION_MAX = 80;
    private static final int NAME_MAX = 32;
    private static final int NUMBER_MAX = 16;
    private static final int RECORD_NUMBER_MAX = 20;
    private static final int HOW_MAX = 30;
    private static final int COUNT_MAX = 9;
    static final int CODE_MAX = 16;

    private ContentReader() {}

    static HandoverContent read(CborMap data) {
        return new HandoverContent(
                optional(data, 1, CODE_MAX),
                text(data, 2, CODE_MAX),
                data.instant(3),
                text(data, 4, PLACE_MAX),
                optional(data, 5, DESCRIPTION_MAX),
                data.choice(6, Manner.values()),
                data.choice(7, Answer.values()),
                amount(data, 8),
                amount(data, 9),
                optional(data, 10, RECORD_NUMBER_MAX),
                declarations(data.map(11)),
                juvenile(data.map(12)),
                data.optionalMap(13).map(ContentReader::guardian).orElse(null),
                data.optionalId(14).orElse(null),
                data.optionalMap(15).map(ContentReader::eligibility).orElse(null));
    }

    private static Declarations declarations(CborMap map) {
        return new Declarations(
                optional(map, 1, Answer.values()),
                optional(map, 2, Answer.values()),
                optional(map, 3, Answer.values()),
                optional(map, 4, Counsel.values()),
                optional(map, 5, Admission.values()),
                optional(map, 6, Responsive.values()),
                optional(map, 7, PriorCheck.values()),
                optional(map, 8, Answer.values()),
                optional(map, 9, HOW_MAX),
                optional(map, 10, HOW_MAX));
    }

    private static Juvenile juvenile(CborMap map) {
        return new Juvenile(
                optional(map, 1, NAME_MAX),
                optional(map, 2, NAME_MAX),
                date(optional(map, 3, NAME_MAX)),
                optional(map, 4, IdentityBasis.values()));
    }

    private static Guardian guardian(CborMap map) {
        return new Guardian(
                optional(map, 1, NAME_MAX), optional(map, 2, Relation.values()), optional(map, 3, NUMBER_MAX));
    }

    private static Eligibility eligibility(CborMap map) {
        return new Eligibility(
                optional(map, 1, Answer.values()),
                optional(map, 2, Fireworks.values()),
                optional(map, 3, Answer.values()),
                amount(map, 4),
                optional(map, 5, Answer.values()),
                count(map, 6),
                count(map, 7),
                optional(map, 8, Answer.values()),
                optional(map, 10, Decision.values()),
                optional(map, 11, Answer.values()));
    }

    private static @Nullable String date(@Nullable String text) {
        try {
            return text == null ? null : LocalDate.parse(text).toString();
        } catch (DateTimeException _) {
            throw Plausibility.impossibleBirth();
        }
    }

    private static <T> @Nullable T optional(CborMap map, int key, T[] among) {
        return map.optionalNumber(key).map(_ -> map.choice(key, among)).orElse(null);
    }

    private static @Nullable Long amount(CborMap map, int key) {
        Optional<Long> cents = map.optionalNumber(key);
        if (cents.filter(value -> value < 0).isPresent()) {
            throw new IllegalArgumentException("Key " + key + " is a negative amount");
        }
        return cents.orElse(null);
    }

    private static @Nullable Long count(CborMap map, int key) {
        Long count = amount(map, key);
        if (count != null && count > COUNT_MAX) {
            throw new IllegalArgumentException("Key " + key + " is more than " + COUNT_MAX);
        }
        return count;
    }

    private static @Nullable String optional(CborMap map, int key, int bytesMax) {
        return map.optionalText(key).map(value -> capped(value, key, bytesMax)).orElse(null);
    }

    static String text(CborMap map, int key, int bytesMax) {
        String value = capped(map.text(key), key, bytesMax);
        if (value.isBlank()) {
            throw new IllegalArgumentException("Key " + key + " is empty");
        }
        return value;
    }

    private static String capped(String value, int key, int bytesMax) {
        if (value.getBytes(StandardCharsets.UTF_8).length > bytesMax) {
            throw new IllegalArgumentException("Key " + key + " is longer than " + bytesMax + " bytes");
        }
        if (!PlainText.isPlain(value)) {
            throw Refusal.invalid(
                    "handover.text", "In een tekst staan tekens die niet te lezen zijn. Typ die tekst opnieuw.");
        }
        return value;
    }
}
