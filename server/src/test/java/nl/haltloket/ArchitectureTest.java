package nl.haltloket;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.Configuration.consideringOnlyDependenciesInDiagram;
import static com.tngtech.archunit.library.plantuml.rules.PlantUmlArchCondition.adhereToPlantUmlDiagram;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.haltloket.db.Database;
import org.junit.jupiter.api.Test;

/** The drawing in {@code docs/architecture.puml} is the rule, and a few more stand beside it. */
class ArchitectureTest {
    static final JavaClasses MAIN = new ClassFileImporter()
            .importUrl(App.class.getProtectionDomain().getCodeSource().getLocation());

    private static final Pattern LEVEL = Pattern.compile("package \"(.*)\" \\{");
    private static final Pattern COMPONENT = Pattern.compile(" +\\[(\\w+)] <<.*>>");
    private static final Pattern ARROW = Pattern.compile("\\[(\\w+)] --> \\[(\\w+)]");

    /** They hold the statements of level 0, which has no feature to put a repository in. */
    private static final DescribedPredicate<JavaClass> STATEMENTS_OF_LEVEL_0 = resideInAnyPackage(
                    "nl.haltloket.audit", "nl.haltloket.command", "nl.haltloket.crypto")
            .as("statements of level 0");

    @Test
    void imports_are_those_of_the_drawing() throws IOException {
        classes()
                .should(adhereToPlantUmlDiagram(drawing().toUri().toURL(), consideringOnlyDependenciesInDiagram()))
                .check(MAIN);
    }

    @Test
    void every_package_is_in_the_drawing() throws IOException {
        String drawing = Files.readString(drawing());
        assertThat(MAIN).extracting(JavaClass::getPackageName).allMatch(name -> drawing.contains("<<" + feature(name)));
    }

    /** A package within a feature belongs to it. */
    private static String feature(String name) {
        return name.replaceFirst("^(nl\\.haltloket\\.\\w+)\\..*", "$1");
    }

    @Test
    void no_arrow_of_the_drawing_goes_up() throws IOException {
        Map<String, Integer> levels = new HashMap<>();
        int level = -1;
        for (String line : Files.readAllLines(drawing())) {
            Matcher component = COMPONENT.matcher(line);
            Matcher arrow = ARROW.matcher(line);
            if (LEVEL.matcher(line).matches()) {
                level++;
            } else if (component.matches()) {
                levels.put(component.group(1), level);
            } else if (arrow.matches()) {
                assertThat(levels.get(arrow.group(2))).as(line).isLessThanOrEqualTo(levels.get(arrow.group(1)));
            }
        }
        assertThat(level).isEqualTo(6);
    }

    @Test
    void no_circle_of_packages() {
        slices().matching("nl.haltloket.(*)..").should().beFreeOfCycles().check(MAIN);
    }

    @Test
    void statements_stand_in_repositories() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Repository")
                .and(DescribedPredicate.not(resideInAPackage("nl.haltloket.db")))
                .and(DescribedPredicate.not(resideInAPackage("nl.haltloket")))
                .and(DescribedPredicate.not(STATEMENTS_OF_LEVEL_0))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.vertx.sqlclient..")
                .check(MAIN);
    }

    @Test
    void http_stands_in_routes() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Routes")
                .and(DescribedPredicate.not(resideInAPackage("nl.haltloket.web")))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.vertx.ext.web..")
                .check(MAIN);
    }

    @Test
    void repositories_are_seen_by_their_own_feature_only() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Repository")
                .and()
                .resideOutsideOfPackage("nl.haltloket.event")
                .should()
                .notBePublic()
                .check(MAIN);
    }

    @Test
    void time_comes_from_the_clock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(MAIN);
    }

    @Test
    void only_the_console_prints() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName("nl.haltloket.Console")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(MAIN);
    }

    @Test
    void nobody_takes_a_connection_from_the_pool() {
        noClasses()
                .that()
                .areNotAssignableTo(Database.class)
                .should()
                .callMethod(Pool.class, "getConnection")
                .orShould()
                .callMethod(Pool.class, "withConnection", Function.class)
                .check(MAIN);
    }

    static Path drawing() {
        return docs("architecture.puml");
    }

    static Path docs(String name) {
        Path here = Path.of("docs").resolve(name);
        return Files.exists(here) ? here : Path.of("..").resolve(here);
    }
}
