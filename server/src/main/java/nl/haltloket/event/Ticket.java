package nl.haltloket.event;

/** How a juvenile is called at the desk in place of a name: colour, animal, number. */
public record Ticket(TicketColour colour, TicketAnimal animal, int number) {

    /** The ticket with this number; neighbours differ in colour and in animal, so that they are not mistaken. */
    public static Ticket numbered(int number) {
        TicketColour[] colours = TicketColour.values();
        TicketAnimal[] animals = TicketAnimal.values();
        int index = number - 1;
        return new Ticket(
                colours[index % colours.length], animals[(index + index / colours.length) % animals.length], number);
    }

    /** The ticket as people say it: {@code blauwe vos 12}. */
    public String words() {
        return colour.inflected() + " " + animal.word() + " " + number;
    }
}
