package nl.haltloket.notify;

import java.util.ArrayList;
import java.util.List;

/**
 * One submit_sm of a message.
 *
 * @param bytes short_message, with its header when there are more parts
 * @param dataCoding alphabet
 * @param headed whether a user data header stands in front
 */
record SmppPart(byte[] bytes, byte dataCoding, boolean headed) {
    private static final byte[] HEADER = {0x05, 0x00, 0x03};

    /**
     * All parts. The reference comes from the message's id, so that a part that is sent again fits the parts a phone
     * already has.
     */
    static List<SmppPart> of(Sms sms) {
        byte coding = SmsText.encoding(sms.text()).dataCoding();
        List<byte[]> bodies = SmsText.split(sms.text());
        if (bodies.size() == 1) {
            return List.of(new SmppPart(bodies.getFirst(), coding, false));
        }
        byte reference = (byte) sms.id().getLeastSignificantBits();
        List<SmppPart> parts = new ArrayList<>();
        for (byte[] body : bodies) {
            int number = parts.size() + 1;
            parts.add(new SmppPart(headed(body, reference, bodies.size(), number), coding, true));
        }
        return List.copyOf(parts);
    }

    private static byte[] headed(byte[] body, byte reference, int total, int number) {
        byte[] whole = new byte[HEADER.length + 3 + body.length];
        System.arraycopy(HEADER, 0, whole, 0, HEADER.length);
        whole[3] = reference;
        whole[4] = (byte) total;
        whole[5] = (byte) number;
        System.arraycopy(body, 0, whole, 6, body.length);
        return whole;
    }
}
