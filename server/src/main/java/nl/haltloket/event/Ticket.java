package nl.haltloket.event;

/** How a juvenile is called at the desk in place of a name: colour, animal, number. */
public record Ticket(TicketColour colour, TicketAnimal animal, int number) {

    /** The ticket as people say it: {@code blauwe vos 12}. */
    public String words() {
        return colour.inflected() + " " + animal.word() + " " + number;
    }
}
