package nl.haltloket.reply;

import java.util.UUID;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseCipher.Place;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventCipher;
import nl.haltloket.json.Json;

/** Sender and words of a text that came in: sealed under its case, or under the event while it has none. */
record ReplyBody(String from, String text) {

    byte[] seal(CaseCipher cipher, UUID id) {
        return cipher.seal(place(id), Json.bytes(this));
    }

    byte[] seal(EventCipher cipher, UUID id) {
        return cipher.seal(place(id), Json.bytes(this));
    }

    static ReplyBody open(CaseCipher cipher, UUID id, byte[] sealed) {
        return Json.read(cipher.open(place(id), sealed), ReplyBody.class);
    }

    static ReplyBody open(EventCipher cipher, UUID id, byte[] sealed) {
        return Json.read(cipher.open(place(id), sealed), ReplyBody.class);
    }

    static byte[] anew(CaseKeys.Move move, UUID id, byte[] sealed) {
        return move.anew(place(id), sealed);
    }

    private static Place place(UUID id) {
        return new Place("reply", "body_sealed", id.toString());
    }

    /** Without sender and text, so that neither can reach a log. */
    @Override
    public String toString() {
        return "ReplyBody[***]";
    }
}
