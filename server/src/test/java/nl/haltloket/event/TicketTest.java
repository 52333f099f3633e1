package nl.haltloket.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicketTest {
    @ParameterizedTest
    @CsvSource({
        "BLUE, FOX, 12, blauwe vos 12",
        "PURPLE, OWL, 7, paarse uil 7",
        "PINK, HEDGEHOG, 9, roze egel 9",
        "WHITE, HARE, 31, witte haas 31",
        "GREY, SNAIL, 18, grijze slak 18",
        "BROWN, BEAR, 24, bruine beer 24"
    })
    void a_ticket_is_said_in_inflected_dutch(TicketColour colour, TicketAnimal animal, int number, String words) {
        assertThat(new Ticket(colour, animal, number).words()).isEqualTo(words);
    }

    @Test
    void a_card_code_reads_in_two_groups() {
        assertThat(CardCode.parse("1234-567c").map(CardCode::grouped)).contains("1234-567C");
    }

    @Test
    void a_card_code_is_only_made_of_a_valid_code() {
        assertThatIllegalArgumentException().isThrownBy(() -> new CardCode("1234567D"));
        assertThatIllegalArgumentException().isThrownBy(() -> new CardCode("1234567c"));
    }
}
