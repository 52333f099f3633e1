package nl.haltloket.config;

import java.util.List;

/** The configuration cannot be used. The message lists every problem, one per line. */
public final class ConfigException extends RuntimeException {
    private final transient List<String> problems;

    ConfigException(List<String> problems) {
        super("The configuration has %d problem%s:%n- %s"
                .formatted(
                        problems.size(),
                        problems.size() == 1 ? "" : "s",
                        String.join(System.lineSeparator() + "- ", problems)));
        this.problems = List.copyOf(problems);
    }

    /** One English sentence per problem, in the order found. */
    public List<String> problems() {
        return problems;
    }
}
