package nl.haltloket.notify;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import nl.haltloket.refusal.Refusal;

/** The words of a text message and what they take to send. */
public final class SmsText {
    /** More is a letter, and is refused. */
    public static final int PARTS_MAX = 6;

    private static final Pattern LINK =
            Pattern.compile("[a-z][a-z0-9+.-]*://|\\bwww\\.|\\b[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(/|[?#]\\w)");

    /** How a text travels. */
    public enum Encoding {
        GSM_7((byte) 0, 160, 153),
        UCS_2((byte) 8, 140, 134);

        private final byte dataCoding;
        private final int single;
        private final int each;

        Encoding(byte dataCoding, int singleBytes, int partBytes) {
            this.dataCoding = dataCoding;
            this.single = singleBytes;
            this.each = partBytes;
        }

        /** As SMPP numbers it. */
        public byte dataCoding() {
            return dataCoding;
        }
    }

    private SmsText() {}

    /** GSM-7 unless one character does not fit. */
    public static Encoding encoding(String text) {
        return Gsm7.canEncode(text) ? Encoding.GSM_7 : Encoding.UCS_2;
    }

    /** How many messages the receiver's network counts. */
    public static int parts(String text) {
        return split(text).size();
    }

    /** What it takes of a part: septets of GSM-7, or code units of UCS-2 (160 or 70 in one part). */
    public static int units(String text) {
        return encoding(text) == Encoding.GSM_7 ? Gsm7.encode(text).length : text.length();
    }

    /** The characters that GSM-7 does not know, each once, in the order of the text: they make it UCS-2. */
    public static List<String> unknownToGsm7(String text) {
        return text.codePoints()
                .mapToObj(Character::toString)
                .filter(one -> !Gsm7.canEncode(one))
                .distinct()
                .toList();
    }

    /** Whether something in it opens when it is touched; a bare {@code halt.nl} is no link. */
    public static boolean hasLink(String text) {
        return LINK.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    /**
     * Refuses a text that should not be sent: too long, a link, or a word that tells what the child did.
     *
     * @param language BCP 47, the language it is in
     */
    public static void check(String text, String language) {
        if (text.isBlank() || parts(text) > PARTS_MAX) {
            throw Refusal.invalid("sms.length", "De tekst is leeg of te lang voor een sms.");
        }
        if (hasLink(text)) {
            throw Refusal.invalid("sms.link", "In een sms staat geen link; noem een telefoonnummer of alleen halt.nl.");
        }
        if (BarredWords.in(text, language).isPresent()) {
            throw Refusal.invalid("sms.word", "In een sms staat niets over politie of een strafbaar feit.");
        }
    }

    /** The bytes of each part, without header; never cut through an escape pair or a surrogate pair. */
    static List<byte[]> split(String text) {
        Encoding encoding = encoding(text);
        byte[] all = encoding == Encoding.GSM_7 ? Gsm7.encode(text) : text.getBytes(StandardCharsets.UTF_16BE);
        if (all.length <= encoding.single) {
            return List.of(all);
        }
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < all.length; ) {
            int to = Math.min(all.length, from + encoding.each);
            to = to < all.length && cutsPair(encoding, all, to) ? to - (encoding == Encoding.GSM_7 ? 1 : 2) : to;
            parts.add(Arrays.copyOfRange(all, from, to));
            from = to;
        }
        return List.copyOf(parts);
    }

    private static boolean cutsPair(Encoding encoding, byte[] all, int at) {
        return encoding == Encoding.GSM_7 ? all[at - 1] == Gsm7.ESCAPE : (all[at - 2] & 0xFC) == 0xD8;
    }
}
