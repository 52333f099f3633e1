package nl.haltloket.reply;

import java.util.List;
import java.util.Optional;
import nl.haltloket.notify.PhoneNumber;
import nl.haltloket.refusal.Refusal;

/**
 * Who sent a text, as the network says it. Gateways write a number with or without {@code +} or {@code 00}, and some as
 * it is dialled at home.
 *
 * @param shown E.164 when it is a number of a person, else what the network said
 * @param person whether it is a number in some country's plan: no word, short code or number of a service
 * @param answerable whether a text may go back: a mobile number of a person
 */
record Sender(String shown, boolean person, boolean answerable) {

    static Sender of(String from) {
        String written = from.strip();
        return spellings(written).stream()
                .flatMap(spelling -> read(spelling).stream())
                .findFirst()
                .map(number -> new Sender(number.e164(), true, number.mobile()))
                .orElseGet(() -> new Sender(written, false, false));
    }

    private static List<String> spellings(String written) {
        boolean bare = written.matches("[1-9]\\d+");
        return bare ? List.of("+" + written, written) : List.of(written);
    }

    private static Optional<PhoneNumber> read(String spelling) {
        try {
            return Optional.of(PhoneNumber.parse(spelling));
        } catch (Refusal e) {
            return Optional.empty();
        }
    }

    /** Without the number, so that it can not reach a log. */
    @Override
    public String toString() {
        return "Sender[***]";
    }
}
