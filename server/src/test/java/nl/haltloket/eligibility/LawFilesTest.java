package nl.haltloket.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A law with a mistake is refused whole, with the line of each mistake. */
class LawFilesTest {
    private static final LawFiles FILES = new LawFiles(Cases.CONFIG);

    @Test
    void the_law_of_the_repository_is_read() {
        assertThat(Cases.LAW.rules().rules()).hasSizeGreaterThanOrEqualTo(55);
        assertThat(Cases.LAW.offences().offences()).hasSizeGreaterThan(45);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{ \"fact\": \"age\", \"below\": 12 } | { \"fact\": \"agee\", \"below\": 12 } | no such fact: agee",
                "\"unknown\": \"admission\" | \"unknown\": \"admision\" | no such fact: admision",
                "\"over\": { \"fact\": \"valueCeilingCents\" } | \"over\": { \"fact\": \"valueLimit\" } | no such fact: valueLimit",
                "\"is\": [\"EMERGENCY\"] | \"is\": [\"EMERGANCY\"] | the fact safety has no value EMERGANCY",
                "\"is\": [\"id-447e\"] | \"is\": [\"id-447x\"] | no such offence: id-447x",
                "\"offenceSet\": [\"dronken-453\"] | \"offenceSet\": [\"dronken-454\"] | no such offence: dronken-454",
                "\"route\": \"UNDER_12\" | \"route\": \"NOWHERE\" | no such route: NOWHERE",
                "\"route\": \"UNDER_12\", | ` ` | NOT_HALT needs a route",
                "{ \"fact\": \"age\", \"below\": 12 } | { \"fact\": \"age\", \"is\": [\"12\"] } | the fact age is a number",
                "{ \"fact\": \"age\", \"below\": 12 } | { \"fact\": \"manner\", \"below\": 12 } | the fact manner is not a number",
                "\"source\": [\"L16\", \"N13b\", \"S\"] | \"source\": [] | has no source",
                "\"source\": [\"L16\", \"N13b\", \"S\"] | \"source\": [\"L99\"] | no such source: L99",
                "\"source\": [\"L16\", \"N13b\", \"S\"] | \"sources\": [\"L16\"] | has no source",
                "\"validFrom\": \"2026-08-01\" | \"validFrom\": \"2026-02-30\" | no such date: 2026-02-30",
                "\"decision\": \"PENDING_PARENT\" | \"decision\": \"PENDING_GUARDIAN\" | ``",
                "\"effect\": \"GATE\" | \"effect\": \"DOOR\" | ``",
                "\"gate\": \"SAFETY_FIRST\" | \"warning\": \"SAFETY_FIRST\" | ``",
                "{ \"fact\": \"age\", \"below\": 12 } | { \"fact\": \"age\", \"under\": 12 } | ``",
                "{ \"fact\": \"age\", \"below\": 12 } | { \"fact\": \"age\", \"below\": \"12\" } | ``",
                "{ \"fact\": \"age\", \"below\": 12 } | { \"fact\": \"age\" } | ``",
                "{ \"fact\": \"age\", \"below\": 12 } | { \"fact\": \"age\", \"below\": 12, \"unknown\": \"age\" } | ``",
                "\"certainty\": \"V-old\" | \"certainty\": \"sure\" | ``",
                "\"number\": \"emergency\" | \"number\": \"112\" | ``",
            })
    void rules_with_a_mistake_are_refused_at_its_line(String right, String wrong, String reason) {
        String rules = text(LawFiles.RULES);
        assertThat(rules).contains(right);
        String bad = replaceFirst(rules, right, wrong);
        LawProblem problem = problems(bad, text(LawFiles.OFFENCES)).getFirst();
        assertThat(problem.file()).isEqualTo(LawFiles.RULES);
        assertThat(problem.reason()).contains(reason);
        int at = line(rules, right);
        assertThat(problem.line()).as(problem.toString()).isBetween(start(rules, at), at);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"valueCents\": 15000 | \"valueCents\": -15000 | not a whole number of euro cents",
                "\"valueCents\": 15000 | \"valueCents\": 150.5 | not a whole number of euro cents",
                "\"valueCents\": 15000 | \"valueCents\": 0 | not a whole number of euro cents",
                "\"valueCents\": 15000 | \"valueCents\": 10000001 | not a whole number of euro cents",
                "\"valueCents\": 15000 | \"valueCents\": \"150\" | not a whole number of euro cents",
                "\"valueCents\": 15000, | ` ` | asks value but has no valueCents",
                "\"source\": [\"L9\"] | \"source\": [] | has no source",
                "\"source\": [\"L9\"] | \"source\": [\"L99\"] | no such source: L99",
                "\"validTo\": \"2024-06-30\" | \"validTo\": \"2009-06-30\" | ends before it begins",
                "\"validTo\": \"2024-06-30\" | \"validTo\": \"2024-06-31\" | no such date: 2024-06-31",
                "\"verifiedOn\": \"2026-11-22\" | \"verifiedOn\": \"2026-13-22\" | no such date: 2026-13-22",
                "\"kind\": \"VIOLATION\" | \"kind\": \"FELONY\" | ``",
                "\"list\": \"LISTED\" | \"list\": \"MAYBE\" | ``",
                "\"icon\": \"fles\" | \"icoon\": \"fles\" | ``",
            })
    void offences_with_a_mistake_are_refused_at_its_line(String right, String wrong, String reason) {
        String offences = text(LawFiles.OFFENCES);
        assertThat(offences).contains(right);
        LawProblem problem = problems(text(LawFiles.RULES), replaceFirst(offences, right, wrong))
                .getFirst();
        assertThat(problem.file()).isEqualTo(LawFiles.OFFENCES);
        assertThat(problem.reason()).contains(reason);
        int at = line(offences, right);
        assertThat(problem.line()).as(problem.toString()).isBetween(start(offences, at), at);
    }

    @Test
    void two_records_of_one_offence_may_not_hold_on_the_same_day() {
        String offences = text(LawFiles.OFFENCES);
        String bad = replaceFirst(offences, "\"validTo\": \"2024-06-30\"", "\"validTo\": \"2024-07-01\"");
        assertThat(problems(text(LawFiles.RULES), bad)).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo("overlaps another period of alcohol-45");
            assertThat(problem.line()).isEqualTo(line(offences, "\"validFrom\": \"2024-07-01\""));
        });
        String open = replaceFirst(offences, "\"validTo\": \"2024-06-30\"", "\"validTo\": null");
        assertThat(problems(text(LawFiles.RULES), open)).hasSize(1);
    }

    @Test
    void all_mistakes_of_both_files_are_told_at_once() {
        String rules = text(LawFiles.RULES)
                .replace("\"route\": \"UNDER_12\"", "\"route\": \"NOWHERE\"")
                .replace("\"unknown\": \"admission\"", "\"unknown\": \"admision\"");
        String offences = replaceFirst(text(LawFiles.OFFENCES), "\"valueCents\": 15000", "\"valueCents\": -1");
        assertThat(problems(rules, offences))
                .extracting(LawProblem::reason)
                .containsExactly(
                        "not a whole number of euro cents from 1 to 10000000: -1",
                        "no such route: NOWHERE",
                        "no such fact: admision");
    }

    @Test
    void what_is_no_json_or_says_a_thing_twice_is_refused_at_its_line() {
        assertThat(problems("{\n  \"version\": \"1\",\n  oops", text(LawFiles.OFFENCES)))
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(3));
        assertThat(problems("{\n  \"version\": \"1\",\n  \"version\": \"2\"\n}", text(LawFiles.OFFENCES)))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.line()).isEqualTo(3);
                    assertThat(problem.reason()).contains("Duplicate");
                });
        assertThat(problems("", text(LawFiles.OFFENCES))).isNotEmpty();
        assertThat(problems("[]", text(LawFiles.OFFENCES))).isNotEmpty();
        assertThat(problems(" ".repeat(2_000_001), text(LawFiles.OFFENCES))).hasSize(1);
    }

    @Test
    void a_fact_that_no_case_has_is_refused() {
        String bad = replaceFirst(text(LawFiles.RULES), "\"wantsHelp\": {", "\"wishesHelp\": {");
        assertThat(problems(bad, text(LawFiles.OFFENCES)))
                .extracting(LawProblem::reason)
                .contains("no case ever has this fact", "no such fact: wantsHelp");
    }

    private static List<LawProblem> problems(String rules, String offences) {
        LawProblems refused = catchThrowableOfType(
                LawProblems.class,
                () -> FILES.parse(rules.getBytes(StandardCharsets.UTF_8), offences.getBytes(StandardCharsets.UTF_8)));
        assertThat(refused).isNotNull();
        assertThat(refused).hasMessageContaining(refused.problems().getLast().reason());
        return refused.problems();
    }

    private static String text(String file) {
        try {
            return Files.readString(Cases.CONFIG.resolve(file));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String replaceFirst(String text, String right, String wrong) {
        int at = text.indexOf(right);
        return text.substring(0, at) + wrong + text.substring(at + right.length());
    }

    private static int line(String text, String part) {
        return (int) text.substring(0, text.indexOf(part)).lines().count();
    }

    /** The line of the record or object that holds this line: a missing field is told at the start of what lacks it. */
    private static int start(String text, int line) {
        List<String> lines = text.lines().toList();
        int at = line;
        while (at > 1 && indent(lines.get(at - 1)) >= indent(lines.get(line - 1))) {
            at--;
        }
        return at;
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
