package nl.haltloket.eligibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import nl.haltloket.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The golden file, which the front-end's code wrote: the same cases must come to the same bytes here. */
class GoldenTest {
    private static final String VERDICT = ",\"verdict\":";

    /** A case, with the hash of its facts and its verdict as they stand in the file. */
    record Case(String id, Situation situation, String hash, String verdict) {
        @Override
        public String toString() {
            return id;
        }
    }

    static List<Case> cases() throws IOException {
        try (InputStream file =
                Objects.requireNonNull(GoldenTest.class.getResourceAsStream("/eligibility/golden.json"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith("{"))
                    .map(GoldenTest::read)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void comesToTheSameBytesAsInTheBrowser(Case golden) {
        assertThat(Cases.LAW.judge(golden.situation()).canonical()).isEqualTo(golden.verdict());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void knowsTheSameFactsAsTheBrowser(Case golden) {
        assertThat(Cases.LAW.inputsHash(golden.situation())).isEqualTo(golden.hash());
    }

    @Test
    void hasAtLeastFourHundredCases() throws IOException {
        assertThat(cases()).hasSizeGreaterThanOrEqualTo(400);
        assertThat(cases()).extracting(Case::id).doesNotHaveDuplicates();
    }

    private static Case read(String line) {
        String text = line.endsWith(",") ? line.substring(0, line.length() - 1) : line;
        int split = text.indexOf(VERDICT);
        JsonNode head = Json.read((text.substring(0, split) + "}").getBytes(StandardCharsets.UTF_8), JsonNode.class);
        return new Case(
                head.get("id").textValue(),
                Json.read(Json.bytes(head.get("situation")), Situation.class),
                head.get("hash").textValue(),
                text.substring(split + VERDICT.length(), text.length() - 1));
    }
}
