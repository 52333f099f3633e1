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

    /** The bridge text: 121 characters beside the number, all GSM-7, one part. */
    private static final String BRIDGE = "Halt: uw kind is bij ons op het Halt-loket en is veilig. Wij bellen u zo."
            + " Vragen? Bel {tel}. Controleer dit nummer op halt.nl.";

    private static final Pattern LINK =
            Pattern.compile("[a-z][a-z0-9+.-]*://|\\bwww\\.|\\b[a-z0-9-]+(\\.[a-z0-9-]+)*\\.[a-z]{2,}(/|[?#]\\w)");
    private static final Pattern POLICE_WORD = Pattern.compile("\\b(politie|agent|boa|verdacht\\w*|verdachte|strafbaar"
            + "|strafblad|aangehouden|aanhouding|gearresteerd|misdrijf|overtreding|proces-verbaal|diefstal|vuurwerk"
            + "|vernieling|drugs|dronken)\\b");

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

    /** Tells a guardian that the child is safe and whom to call. */
    public static String bridge(String tel) {
        return BRIDGE.replace("{tel}", tel);
    }

    /** GSM-7 unless one character does not fit. */
    public static Encoding encoding(String text) {
        return Gsm7.canEncode(text) ? Encoding.GSM_7 : Encoding.UCS_2;
    }

    /** How many messages the receiver's network counts. */
    public static int parts(String text) {
        return split(text).size();
    }

    /** Refuses a text that should not be sent: too long, a link, or a word that tells what the child did. */
    public static void check(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.isBlank() || parts(text) > PARTS_MAX) {
            throw Refusal.invalid("sms.length", "De tekst is leeg of te lang voor een sms.");
        }
        if (LINK.matcher(lower).find()) {
            throw Refusal.invalid("sms.link", "In een sms staat geen link; noem een telefoonnummer of alleen halt.nl.");
        }
        if (POLICE_WORD.matcher(lower).find()) {
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
