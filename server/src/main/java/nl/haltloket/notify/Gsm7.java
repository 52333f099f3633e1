package nl.haltloket.notify;

import java.io.ByteArrayOutputStream;

/** The alphabet of GSM 03.38, one septet in each byte, as SMPP carries it with data_coding 0. */
public final class Gsm7 {
    /** Announces a character of the extension table. */
    static final byte ESCAPE = 0x1B;

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u001bÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String EXTENSION = "\f^{}\\[~]|€";
    private static final byte[] EXTENSION_CODES = {0x0A, 0x14, 0x28, 0x29, 0x2F, 0x3C, 0x3D, 0x3E, 0x40, 0x65};

    private Gsm7() {}

    /** Whether every character is in the alphabet. */
    public static boolean canEncode(String text) {
        return text.chars().allMatch(c -> c != ESCAPE && (BASIC.indexOf(c) >= 0 || EXTENSION.indexOf(c) >= 0));
    }

    /** Septets; a character of the extension table takes two. */
    public static byte[] encode(String text) {
        ByteArrayOutputStream septets = new ByteArrayOutputStream(text.length());
        text.chars().forEach(c -> put(septets, c));
        return septets.toByteArray();
    }

    /** The text of septets; what is not in the tables becomes a space, as the standard says. */
    public static String decode(byte[] septets) {
        StringBuilder text = new StringBuilder(septets.length);
        boolean escaped = false;
        for (byte septet : septets) {
            if (escaped) {
                text.append(extended(septet));
                escaped = false;
            } else if (septet == ESCAPE) {
                escaped = true;
            } else {
                text.append(septet >= 0 ? BASIC.charAt(septet) : ' ');
            }
        }
        return text.toString();
    }

    private static void put(ByteArrayOutputStream septets, int c) {
        int basic = c == ESCAPE ? -1 : BASIC.indexOf(c);
        int extended = EXTENSION.indexOf(c);
        if (basic < 0 && extended < 0) {
            throw new IllegalArgumentException("A character is not in GSM 03.38");
        }
        if (basic < 0) {
            septets.write(ESCAPE);
        }
        septets.write(basic < 0 ? EXTENSION_CODES[extended] : basic);
    }

    private static char extended(byte septet) {
        for (int i = 0; i < EXTENSION_CODES.length; i++) {
            if (EXTENSION_CODES[i] == septet) {
                return EXTENSION.charAt(i);
            }
        }
        return ' ';
    }
}
