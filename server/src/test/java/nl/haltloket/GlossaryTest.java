package nl.haltloket;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMember;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No name in the code holds a word that {@code docs/glossary.md} forbids. */
class GlossaryTest {
    private static final String TITLE = "## Words that no name in the code may hold";

    /** A word, and the package where it means something else. */
    record Forbidden(String word, String except) {}

    static List<Forbidden> forbidden() throws IOException {
        String table = Files.readString(ArchitectureTest.docs("glossary.md")).split(TITLE, 2)[1];
        return table.lines()
                .filter(line -> line.startsWith("|"))
                .skip(2)
                .map(line -> line.split("\\|", -1))
                .map(cells -> new Forbidden(cells[1].strip(), cells[3].strip()))
                .toList();
    }

    @Test
    void the_table_is_read() throws IOException {
        assertThat(forbidden()).hasSizeGreaterThan(5).contains(new Forbidden("parent", "eligibility"));
    }

    @ParameterizedTest
    @MethodSource("forbidden")
    void a_forbidden_word_is_in_no_name(Forbidden forbidden) {
        assertThat(ArchitectureTest.MAIN.stream()
                        .filter(type -> forbidden.except().isEmpty()
                                || !type.getPackageName().equals("nl.haltloket." + forbidden.except()))
                        .flatMap(GlossaryTest::names)
                        .filter(name -> words(name).contains(forbidden.word())))
                .isEmpty();
    }

    private static Stream<String> names(JavaClass type) {
        return Stream.concat(
                Stream.of(type.getSimpleName()), type.getMembers().stream().map(JavaMember::getName));
    }

    /** {@code callBefore} is call and before; plural is as singular. */
    private static Set<String> words(String name) {
        return Arrays.stream(name.split("(?<=[a-z0-9])(?=[A-Z])|[_$]"))
                .map(word -> word.toLowerCase(Locale.ROOT).replaceFirst("s$", ""))
                .collect(Collectors.toSet());
    }
}
