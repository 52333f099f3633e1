package nl.haltloket;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a person at the terminal reads, apart from the log. */
final class Console {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private Console() {}

    static void print(String text) {
        OUT.println(text);
    }

    static void error(String text) {
        System.err.println(text);
    }
}
