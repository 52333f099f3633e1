package nl.haltloket.eligibility;

import java.util.List;
import java.util.stream.Collectors;

/** The files of the law are refused, for all these reasons at once. */
@SuppressWarnings("serial")
public final class LawProblems extends RuntimeException {
    private final List<LawProblem> problems;

    LawProblems(List<LawProblem> problems) {
        super(problems.stream().map(LawProblem::toString).collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** At least one, by file and line. */
    public List<LawProblem> problems() {
        return problems;
    }
}
