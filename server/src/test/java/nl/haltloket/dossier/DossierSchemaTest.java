package nl.haltloket.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DossierSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final DossierSchema SCHEMA = DossierSchema.get();

    static Stream<Dossier> dossiers() {
        return Stream.of(
                TestDossiers.full(true),
                TestDossiers.full(false),
                TestDossiers.least(),
                TestDossiers.delivered(),
                TestDossiers.lettered());
    }

    @ParameterizedTest
    @MethodSource("dossiers")
    void every_dossier_fits(Dossier dossier) {
        assertThat(SCHEMA.problems(DossierJson.json(dossier))).isEmpty();
    }

    @Test
    void every_field_of_a_full_dossier_is_described() throws IOException {
        Set<String> leaves = new HashSet<>();
        collect(MAPPER.readTree(DossierJson.json(TestDossiers.full(true))), "", leaves);
        assertThat(SCHEMA.leaves()).containsAll(leaves);
    }

    @Test
    void every_field_of_the_intake_is_described() {
        Set<String> names = new HashSet<>();
        SCHEMA.leaves().forEach(leaf -> names.add(leaf.substring(leaf.lastIndexOf('/') + 1)));
        assertThat(names).containsAll(DossierFields.names().values());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/bsn", "/zaak/bsn", "/jongere/vastgesteldAanLoket/bsn", "/feiten/verklaring"})
    void a_field_that_is_not_described_is_found(String pointer) throws IOException {
        ObjectNode dossier = (ObjectNode) MAPPER.readTree(DossierJson.json(TestDossiers.full(true)));
        int at = pointer.lastIndexOf('/');
        ((ObjectNode) dossier.at(pointer.substring(0, at))).put(pointer.substring(at + 1), "123456782");
        List<String> problems = SCHEMA.problems(MAPPER.writeValueAsBytes(dossier));
        assertThat(problems).isNotEmpty();
        assertThat(String.join(" ", problems)).doesNotContain("123456782");
    }

    @Test
    void a_value_of_another_type_or_a_missing_part_is_found() throws IOException {
        ObjectNode dossier = (ObjectNode) MAPPER.readTree(DossierJson.json(TestDossiers.full(true)));
        ((ObjectNode) dossier.at("/zaak")).put("oefening", "ja");
        assertThat(SCHEMA.problems(MAPPER.writeValueAsBytes(dossier))).isNotEmpty();
        dossier = (ObjectNode) MAPPER.readTree(DossierJson.json(TestDossiers.full(true)));
        dossier.remove("feiten");
        assertThat(SCHEMA.problems(MAPPER.writeValueAsBytes(dossier))).isNotEmpty();
    }

    @Test
    void every_field_has_a_label() {
        for (String leaf : SCHEMA.leaves()) {
            DossierLabels.Label label = DossierLabels.of(leaf);
            assertThat(label.group()).as(leaf).isNotBlank();
            assertThat(label.field()).as(leaf).isNotBlank();
        }
        assertThat(DossierLabels.of("/ouders/*/contacten/*/gesprokenMet"))
                .isEqualTo(new DossierLabels.Label("Ouders", "Contacten: Gesproken met"));
    }

    static void collect(JsonNode node, String pointer, Set<String> leaves) {
        if (node.isObject()) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                collect(field.getValue(), pointer + "/" + field.getKey(), leaves);
            }
        } else if (node.isArray()) {
            node.forEach(element -> collect(element, pointer + "/*", leaves));
        } else {
            leaves.add(pointer);
        }
    }
}
