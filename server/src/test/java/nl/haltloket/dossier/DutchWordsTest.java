package nl.haltloket.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

class DutchWordsTest {
    private static final int ALIASES_MAX = 2000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Answer",
                "State",
                "ContactState",
                "IdentityBasis",
                "Relation",
                "Transition/properties/reason",
                "Referrer/properties/kind",
                "Offence/properties/kind",
                "HandoverContent/properties/manner",
                "HandoverContent/properties/declarations/properties/counsel",
                "HandoverContent/properties/declarations/properties/admission",
                "HandoverContent/properties/declarations/properties/responsive",
                "HandoverContent/properties/declarations/properties/priorCheck",
                "HandoverContent/properties/eligibility/properties/fireworks",
                "Decision",
                "Authority",
                "OverrideReason",
                "DeskVerdict/properties/cause"
            })
    void every_code_of_the_contract_has_a_dutch_word(String schema) throws IOException {
        JsonNode codes = contract().at("/components/schemas/" + schema + "/enum");
        assertThat(codes).isNotEmpty();
        assertThat(codes).allSatisfy(code -> assertThat(DutchWords.of(code.asText()))
                .isNotEqualTo(code.asText())
                .isNotBlank());
    }

    @ParameterizedTest
    @ValueSource(strings = {"OFFICE", "ONLINE", "DOCUMENT", "JUVENILE_KNOWS", "SPOKEN"})
    void every_choice_of_the_intake_has_a_dutch_word(String code) {
        assertThat(DutchWords.of(code)).isNotEqualTo(code).isNotBlank();
    }

    @ParameterizedTest
    @CsvSource({
        "taal, tr, Turks",
        "taal, nl, Nederlands",
        "taal, other, een andere taal",
        "taal, qq, qq",
        "datum, 2026-12-02, 2 december 2026",
        "datum, morgen, morgen"
    })
    void languages_and_dates_read_as_words_on_paper(String field, String value, String words) {
        assertThat(DutchText.value(field, value)).isEqualTo(words);
    }

    @Test
    void what_is_no_code_is_not_lost() {
        assertThat(DutchWords.of("iets anders")).isEqualTo("iets anders");
    }

    private static JsonNode contract() throws IOException {
        try (InputStream in = DutchWordsTest.class.getResourceAsStream("/openapi.yaml")) {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(ALIASES_MAX);
            Object contract = new Yaml(options).load(in);
            return new ObjectMapper().valueToTree(contract);
        }
    }
}
