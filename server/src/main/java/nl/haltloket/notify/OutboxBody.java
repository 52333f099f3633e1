package nl.haltloket.notify;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseCipher.Place;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;

/** Number and text of a message, sealed under its case. */
record OutboxBody(String number, String text) {
    private static final String PURPOSE = "outbox.number";

    byte[] seal(CaseCipher cipher, UUID id) {
        return cipher.seal(place(id), (number + "\n" + text).getBytes(StandardCharsets.UTF_8));
    }

    static OutboxBody open(CaseCipher cipher, UUID id, byte[] sealed) {
        String[] body = new String(cipher.open(place(id), sealed), StandardCharsets.UTF_8).split("\n", 2);
        return new OutboxBody(body[0], body[1]);
    }

    static byte[] anew(CaseKeys.Move move, UUID id, byte[] sealed) {
        return move.anew(place(id), sealed);
    }

    /** To recognise a number without keeping it, however it is written. */
    static byte[] match(EventKeys keys, String number) {
        String digits = number.replaceAll("\\D", "").replaceFirst("^00", "");
        return keys.match(PURPOSE, digits.getBytes(StandardCharsets.UTF_8));
    }

    private static Place place(UUID id) {
        return new Place("outbox", "body", id.toString());
    }
}
