package nl.haltloket.notify;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;

/**
 * One submit_sm of a message.
 *
 * @param bytes short_message, with its header when there are more parts
 * @param dataCoding alphabet
 * @param headed whether a user data header stands in front
 */
record SmppPart(Buffer bytes, byte dataCoding, boolean headed) {
    private static final byte[] HEADER = {0x05, 0x00, 0x03};

    /**
     * All parts. The reference comes from the message's id, so that a part that is sent again fits the parts a phone
     * already has.
     */
    static List<SmppPart> of(Sms sms) {
        byte coding = SmsText.encoding(sms.text()).dataCoding();
        List<byte[]> bodies = SmsText.split(sms.text());
        if (bodies.size() == 1) {
            return List.of(new SmppPart(Buffer.buffer(bodies.getFirst()), coding, false));
        }
        byte reference = (byte) sms.id().getLeastSignificantBits();
        List<SmppPart> parts = new ArrayList<>();
        for (byte[] body : bodies) {
            int number = parts.size() + 1;
            parts.add(new SmppPart(headed(body, reference, bodies.size(), number), coding, true));
        }
        return List.copyOf(parts);
    }

    private static Buffer headed(byte[] body, byte reference, int total, int number) {
        return Buffer.buffer(HEADER)
                .appendByte(reference)
                .appendByte((byte) total)
                .appendByte((byte) number)
                .appendBytes(body);
    }
}
