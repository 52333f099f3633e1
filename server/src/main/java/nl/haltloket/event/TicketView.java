package nl.haltloket.event;

/** A ticket as the interface writes it. */
public record TicketView(String colour, String animal, int number, String words) {

    /** Of this ticket. */
    public static TicketView of(Ticket ticket) {
        return new TicketView(ticket.colour().word(), ticket.animal().word(), ticket.number(), ticket.words());
    }
}
