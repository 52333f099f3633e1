package nl.haltloket.drill;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import nl.haltloket.notify.Gsm7;
import org.jsmpp.bean.SubmitSm;

/**
 * A part of a message as the simulator got it, for the drill's page.
 *
 * @param id what the simulator answered
 * @param at when it came
 * @param number all but the last two digits masked
 * @param text what a phone would show
 * @param part counts from 1
 * @param parts how many there are
 */
public record SimulatedSms(String id, Instant at, String number, String text, int part, int parts) {
    private static final int UCS_2 = 8;

    static SimulatedSms of(String id, Instant at, SubmitSm pdu) {
        byte[] bytes = pdu.getShortMessage();
        int header = pdu.isUdhi() ? bytes[0] + 1 : 0;
        byte[] body = Arrays.copyOfRange(bytes, header, bytes.length);
        String text = pdu.getDataCoding() == UCS_2 ? new String(body, StandardCharsets.UTF_16BE) : Gsm7.decode(body);
        return new SimulatedSms(
                id, at, masked(pdu.getDestAddress()), text, header == 6 ? bytes[5] : 1, header == 6 ? bytes[4] : 1);
    }

    private static String masked(String number) {
        int shown = Math.min(2, number.length());
        return "*".repeat(number.length() - shown) + number.substring(number.length() - shown);
    }
}
