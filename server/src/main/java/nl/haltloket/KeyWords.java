package nl.haltloket;

/** What the person at the terminal is told about the passphrase. */
final class KeyWords {
    private KeyWords() {}

    /** Once: nobody can ask for it again. */
    static void tell(String passphrase) {
        Console.print("""

                WACHTZIN van dit loket (wordt nooit meer getoond; schrijf hem op en bewaar hem niet bij deze computer)
                    wachtzin   %s
                Na stroomuitval opent het loket alleen met deze wachtzin.
                """.formatted(passphrase));
    }

    static void tellLocked(int localPort) {
        String local = "http://localhost:" + localPort;
        Console.print("""

                OP SLOT: het loket wacht op de wachtzin.
                    Open %1$s/loket of %1$s/beheer en geef de wachtzin.
                    Overdrachten van telefoons worden intussen verzegeld bewaard.
                    Wachtzin kwijt? scripts/keys recover, met de sleutel van het kantoor.
                """.formatted(local));
        Console.print("LOCKED " + local);
    }
}
