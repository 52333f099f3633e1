package nl.haltloket.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import nl.haltloket.testing.TestApp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing leaves that is not in a receiver's list. */
class FieldListTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static List<ReceiverFile.Entry> shipped() {
        return ReceiverFile.read(TestApp.configuration()).receivers();
    }

    private static JsonNode full() throws IOException {
        try (InputStream full = FieldListTest.class.getResourceAsStream("/dossier-volledig.json")) {
            return MAPPER.readTree(full);
        }
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void of_a_full_dossier_exactly_the_listed_fields_leave(ReceiverFile.Entry entry) throws IOException {
        Set<String> all = leaves(full());
        Set<String> left = leaves(entry.fields().filter(full()));
        Set<String> wanted = new HashSet<>(all);
        wanted.retainAll(entry.fields().pointers());
        assertThat(left).isEqualTo(wanted).isNotEmpty();
        assertThat(all.size()).isGreaterThan(left.size());
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void each_field_that_is_taken_from_the_list_stays_here_and_nothing_else_does(ReceiverFile.Entry entry)
            throws IOException {
        Set<String> before = leaves(entry.fields().filter(full()));
        for (String pointer : before) {
            Set<String> fewer = new HashSet<>(entry.fields().pointers());
            fewer.remove(pointer);
            Set<String> expected = new HashSet<>(before);
            expected.remove(pointer);
            assertThat(leaves(new FieldList(fewer).filter(full()))).isEqualTo(expected);
        }
    }

    @Test
    void the_values_stay_as_they_were() throws IOException {
        JsonNode left = new FieldList(Set.of("/ouders/*/naam", "/feiten/schade", "/zaak/oefening")).filter(full());
        assertThat(left.toString())
                .isEqualTo("{\"zaak\":{\"oefening\":true},\"feiten\":{\"schade\":125.5},"
                        + "\"ouders\":[{\"naam\":\"Şule Çelik\"}]}");
    }

    @Test
    void with_an_empty_list_nothing_leaves() throws IOException {
        assertThat(new FieldList(Set.of()).filter(full()).toString()).isEqualTo("{}");
    }

    @Test
    void a_field_that_nobody_knows_stays_here() throws IOException {
        JsonNode strange = MAPPER.readTree("{\"zaak\":{\"ticket\":\"witte haas 31\",\"bsn\":\"123456782\"}}");
        assertThat(shipped().getFirst().fields().filter(strange).toString()).doesNotContain("bsn");
    }

    static Set<String> leaves(JsonNode node) {
        Set<String> leaves = new HashSet<>();
        collect(node, "", leaves);
        return leaves;
    }

    private static void collect(JsonNode node, String pointer, Set<String> leaves) {
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
