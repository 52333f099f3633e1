package nl.haltloket.eligibility;

/**
 * Why a file of the law is refused.
 *
 * @param line from 1
 * @param pointer JSON Pointer of what is wrong
 */
public record LawProblem(String file, int line, String pointer, String reason) {
    @Override
    public String toString() {
        return "%s, line %d (%s): %s".formatted(file, line, pointer, reason);
    }
}
