package nl.haltloket.notify;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.haltloket.notify.DeliveryReport.State;
import org.jsmpp.bean.DeliverSm;
import org.jsmpp.bean.OptionalParameter;

/** Reads delivery receipts. What it does not understand becomes {@link State#UNKNOWN}, never an exception. */
final class SmppReceipt {
    private static final int CODE_MAX = 32;
    private static final int TYPE_MASK = 0x3C;
    private static final int SMSC_RECEIPT = 0x04;
    private static final int INTERMEDIATE = 0x20;
    private static final Pattern ID = field("id");
    private static final Pattern STAT = field("stat");
    private static final Pattern ERR = field("err");
    private static final Map<String, State> STATES = Map.of(
            "DELIVRD", State.DELIVERED,
            "UNDELIV", State.FAILED,
            "REJECTD", State.FAILED,
            "DELETED", State.FAILED,
            "EXPIRED", State.EXPIRED,
            "ACCEPTD", State.ACCEPTED,
            "ENROUTE", State.ACCEPTED,
            "BUFFRED", State.ACCEPTED);
    private static final Map<Byte, String> CODES = Map.of(
            (byte) 1, "ENROUTE",
            (byte) 2, "DELIVRD",
            (byte) 3, "EXPIRED",
            (byte) 4, "DELETED",
            (byte) 5, "UNDELIV",
            (byte) 6, "ACCEPTD",
            (byte) 8, "REJECTD");

    private SmppReceipt() {}

    /** The report in a deliver_sm; empty when it is something else, such as a reply from a phone, or names no message. */
    static Optional<DeliveryReport> read(DeliverSm pdu, Instant at) {
        int type = pdu.getEsmClass() & TYPE_MASK;
        if (type != SMSC_RECEIPT && type != INTERMEDIATE) {
            return Optional.empty();
        }
        String text = text(pdu);
        String stat = state(pdu)
                .or(() -> find(STAT, text))
                .map(found -> found.toUpperCase(Locale.ROOT))
                .orElse("");
        String code = find(ERR, text).map(err -> stat + "/" + err).orElse(stat);
        State state = STATES.getOrDefault(stat, State.UNKNOWN);
        return id(pdu).or(() -> find(ID, text))
                .map(id -> new DeliveryReport(id, state, shortened(code), number(pdu), at));
    }

    private static Pattern field(String name) {
        return Pattern.compile("(?:^|\\s)" + name + ":\\s?(\\S+)", Pattern.CASE_INSENSITIVE);
    }

    private static Optional<String> find(Pattern field, String text) {
        Matcher matcher = field.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /**
     * The message that the provider names in receipted_message_id. SMPP 3.4, 5.3.2.12 ends it with a zero, which some
     * providers leave out.
     */
    static Optional<String> id(DeliverSm pdu) {
        return Optional.ofNullable(pdu.getOptionalParameter(OptionalParameter.Receipted_message_id.class))
                .map(OptionalParameter.OctetString::getValue)
                .map(value -> new String(value, StandardCharsets.ISO_8859_1).replaceFirst("(?s)\\x00.*", ""))
                .filter(id -> !id.isBlank());
    }

    private static Optional<String> state(DeliverSm pdu) {
        return Optional.ofNullable(pdu.getOptionalParameter(OptionalParameter.Message_state.class))
                .map(parameter -> parameter.serialize()[4])
                .map(value -> CODES.getOrDefault(value, "STATE-" + value));
    }

    private static String number(DeliverSm pdu) {
        String from = pdu.getSourceAddr();
        return from == null ? "" : from.replaceAll("\\D", "");
    }

    private static String text(DeliverSm pdu) {
        byte[] body = pdu.getShortMessage();
        if (body == null || body.length == 0) {
            OptionalParameter.Message_payload payload =
                    pdu.getOptionalParameter(OptionalParameter.Message_payload.class);
            body = payload == null ? new byte[0] : payload.getValue();
        }
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    private static String shortened(String code) {
        return code.length() > CODE_MAX ? code.substring(0, CODE_MAX) : code;
    }
}
