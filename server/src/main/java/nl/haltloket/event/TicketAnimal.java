package nl.haltloket.event;

/** The animals of tickets; any animal goes with any colour. */
public enum TicketAnimal {
    FOX("vos"),
    OWL("uil"),
    HARE("haas"),
    HEDGEHOG("egel"),
    SNAIL("slak"),
    BEAR("beer");

    private final String word;

    TicketAnimal(String word) {
        this.word = word;
    }

    /** The Dutch word, as the interface spells it. */
    public String word() {
        return word;
    }
}
