package nl.haltloket.handover;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import nl.haltloket.crypto.CborMap;
import nl.haltloket.handover.HandoverContent.Admission;
import nl.haltloket.handover.HandoverContent.Answer;
import nl.haltloket.handover.HandoverContent.Counsel;
import nl.haltloket.handover.HandoverContent.Declarations;
import nl.haltloket.handover.HandoverContent.Guardian;
import nl.haltloket.handover.HandoverContent.IdentityBasis;
import nl.haltloket.handover.HandoverContent.Juvenile;
import nl.haltloket.handover.HandoverContent.Manner;
import nl.haltloket.handover.HandoverContent.PriorCheck;
import nl.haltloket.handover.HandoverContent.Relation;
import nl.haltloket.handover.HandoverContent.Responsive;
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
                data.optionalId(14).orElse(null));
    }

    private static Declarations declarations(CborMap map) {
        return new Declarations(
                map.choice(1, Answer.values()),
                map.choice(2, Answer.values()),
                map.choice(3, Answer.values()),
                map.choice(4, Counsel.values()),
                map.choice(5, Admission.values()),
                map.choice(6, Responsive.values()),
                map.choice(7, PriorCheck.values()),
                map.choice(8, Answer.values()),
                optional(map, 9, HOW_MAX),
                optional(map, 10, HOW_MAX));
    }

    private static Juvenile juvenile(CborMap map) {
        String birthDate = text(map, 3, NAME_MAX);
        try {
            var _ = LocalDate.parse(birthDate);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("The date of birth is not a date", e);
        }
        return new Juvenile(
                text(map, 1, NAME_MAX), text(map, 2, NAME_MAX), birthDate, map.choice(4, IdentityBasis.values()));
    }

    private static Guardian guardian(CborMap map) {
        Relation relation =
                map.optionalNumber(2).map(_ -> map.choice(2, Relation.values())).orElse(null);
        return new Guardian(optional(map, 1, NAME_MAX), relation, optional(map, 3, NUMBER_MAX));
    }

    private static @Nullable Long amount(CborMap map, int key) {
        Optional<Long> cents = map.optionalNumber(key);
        if (cents.filter(value -> value < 0).isPresent()) {
            throw new IllegalArgumentException("Key " + key + " is a negative amount");
        }
        return cents.orElse(null);
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
        return value;
    }
}
