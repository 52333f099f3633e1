package nl.haltloket.json;

import java.util.List;

/**
 * What is wrong with a file that a person wrote, and where.
 *
 * @param file its name
 * @param line from 1; 0 when it is about the file as a whole
 * @param reason a Dutch sentence that says what to change
 */
public record FileProblem(String file, int line, String reason) {

    /** In one line, for a log or a terminal. */
    public String text() {
        return line == 0 ? "%s: %s".formatted(file, reason) : "%s regel %d: %s".formatted(file, line, reason);
    }

    /** Thrown with everything that is wrong, in the order of the lines. */
    public static final class Found extends IllegalStateException {
        private final transient List<FileProblem> problems;

        public Found(List<FileProblem> problems) {
            super(String.join("\n", problems.stream().map(FileProblem::text).toList()));
            this.problems = List.copyOf(problems);
        }

        /** Each of them. */
        public List<FileProblem> problems() {
            return problems;
        }
    }
}
