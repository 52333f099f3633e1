package nl.haltloket.guardian;

import java.util.UUID;
import nl.haltloket.refusal.PlainText;

/**
 * That a letter for a guardian left the desk.
 *
 * @param id made by the tablet
 * @param to who took it
 */
public record NewLetter(UUID id, Letter.Way way, String to) {

    /** With its text cleaned; refused when it does not say who took it. */
    NewLetter checked() {
        return new NewLetter(
                id, way, PlainText.required(to, "guardian.letter-to", "Vul in aan wie u de brief heeft gegeven."));
    }
}
