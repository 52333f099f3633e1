package nl.haltloket.notify;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/**
 * A text that a phone sent us, or one part of it.
 *
 * @param from as the network says; with {@code +} when it says that it is international
 * @param to which of our numbers
 * @param reference the same in all parts of one text; 0 for a text of one part
 * @param total how many parts there are
 * @param number which one this is, from 1
 * @param coding SMPP's data_coding
 * @param body the part's bytes, without header
 * @param providerId the provider's id, when it gave one
 */
record SmppDelivered(
        String from,
        String to,
        int reference,
        int total,
        int number,
        byte coding,
        Buffer body,
        Optional<String> providerId) {
    private static final int TYPE_MASK = 0x3C;
    private static final int HEADED = 0x40;
    private static final int INTERNATIONAL = 1;
    /** Information elements of 3GPP TS 23.040, 9.2.3.24.1 and 9.2.3.24.8: parts by a reference of 8 or 16 bits. */
    private static final int PARTS_8 = 0x00;

    private static final int PARTS_16 = 0x08;

    private record Place(int reference, int total, int number) {}

    private static final Place ALONE = new Place(0, 1, 1);

    /** Empty when the deliver_sm is of another sort, such as a receipt. */
    static Optional<SmppDelivered> read(DeliverSm pdu) {
        if ((pdu.getEsmClass() & TYPE_MASK) != 0) {
            return Optional.empty();
        }
        byte[] all = bytes(pdu);
        int header =
                (pdu.getEsmClass() & HEADED) != 0 && all.length > 0 ? Math.min(all.length, (all[0] & 0xFF) + 1) : 0;
        Place place = header > 0 ? placeInHeader(all, header) : placeInParameters(pdu);
        return Optional.of(new SmppDelivered(
                from(pdu),
                pdu.getDestAddress() == null ? "" : pdu.getDestAddress(),
                place.reference(),
                place.total(),
                place.number(),
                pdu.getDataCoding(),
                Buffer.buffer(Arrays.copyOfRange(all, header, all.length)),
                SmppReceipt.id(pdu)));
    }

    /** The whole text of these bytes; all parts are joined before, so that none cuts a character in two. */
    static String text(byte coding, byte[] bytes) {
        Optional<Charset> charset = charset(coding);
        return charset.isPresent() ? new String(bytes, charset.get()) : Gsm7.decode(bytes);
    }

    /** Empty for GSM 03.38. SMPP 3.4, 5.2.19, and for the upper half 3GPP TS 23.038, 4. */
    private static Optional<Charset> charset(byte coding) {
        int code = coding & 0xFF;
        if (code == 0x08 || (code & 0xF0) == 0xE0 || (code < 0xC0 && code > 0x0F && (code & 0x0C) == 0x08)) {
            return Optional.of(StandardCharsets.UTF_16BE);
        }
        return switch (code) {
            case 0x01 -> Optional.of(StandardCharsets.US_ASCII);
            case 0x02, 0x03, 0x04 -> Optional.of(StandardCharsets.ISO_8859_1);
            default -> Optional.empty();
        };
    }

    private static byte[] bytes(DeliverSm pdu) {
        byte[] body = pdu.getShortMessage();
        if (body != null && body.length > 0) {
            return body;
        }
        OptionalParameter.Message_payload payload = pdu.getOptionalParameter(OptionalParameter.Message_payload.class);
        return payload == null ? new byte[0] : payload.getValue();
    }

    /** Reference, total and number; what makes no sense is a text of one part. */
    private static Place placeInHeader(byte[] all, int header) {
        for (int at = 1; at + 1 < header; at += 2 + (all[at + 1] & 0xFF)) {
            int length = all[at + 1] & 0xFF;
            if (at + 2 + length > header) {
                break;
            }
            if (all[at] == PARTS_8 && length == 3) {
                return place(all[at + 2] & 0xFF, all[at + 3] & 0xFF, all[at + 4] & 0xFF);
            }
            if (all[at] == PARTS_16 && length == 4) {
                int reference = ((all[at + 2] & 0xFF) << 8) | (all[at + 3] & 0xFF);
                return place(reference, all[at + 4] & 0xFF, all[at + 5] & 0xFF);
            }
        }
        return ALONE;
    }

    private static Place placeInParameters(DeliverSm pdu) {
        var reference = pdu.getOptionalParameter(OptionalParameter.Sar_msg_ref_num.class);
        var total = pdu.getOptionalParameter(OptionalParameter.Sar_total_segments.class);
        var number = pdu.getOptionalParameter(OptionalParameter.Sar_segment_seqnum.class);
        return reference == null || total == null || number == null
                ? ALONE
                : place(reference.getValue() & 0xFFFF, total.getValue() & 0xFF, number.getValue() & 0xFF);
    }

    private static Place place(int reference, int total, int number) {
        return total > 1 && number >= 1 && number <= total ? new Place(reference, total, number) : ALONE;
    }

    private static String from(DeliverSm pdu) {
        String from = pdu.getSourceAddr() == null ? "" : pdu.getSourceAddr();
        return pdu.getSourceAddrTon() == INTERNATIONAL && from.matches("[0-9]+") ? "+" + from : from;
    }

    /** Without sender and text, so that neither can reach a log. */
    @Override
    public String toString() {
        return "SmppDelivered[part " + number + " of " + total + "]";
    }
}
