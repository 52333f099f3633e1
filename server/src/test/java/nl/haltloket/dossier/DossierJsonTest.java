package nl.haltloket.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class DossierJsonTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @Test
    void a_full_case_has_exactly_the_fields_given() throws IOException {
        try (InputStream expected = DossierJsonTest.class.getResourceAsStream("/dossier-volledig.json")) {
            assertThat(MAPPER.readTree(DossierJson.json(TestDossiers.full(true))))
                    .isEqualTo(MAPPER.readTree(expected));
        }
    }

    @Test
    void what_was_not_given_is_not_there() {
        assertThat(new String(DossierJson.json(TestDossiers.least()), StandardCharsets.UTF_8))
                .isEqualTo("{\"zaak\":{\"zaakId\":\"0192f3a4\",\"ticket\":\"witte haas 31\",\"oefening\":false,"
                        + "\"stand\":\"vertrokken\",\"loketId\":\"k1\",\"evenementId\":\"e1\"},"
                        + "\"evenement\":{\"naam\":\"Kermis\",\"plaats\":\"Goes\"},"
                        + "\"verwijzer\":{\"soort\":\"politie\",\"dienstnummer\":\"PL-1\",\"organisatie\":\"Politie\"},"
                        + "\"feiten\":{\"feitId\":\"alcohol-45\",\"pleegtijd\":\"2026-08-15T20:00:00Z\","
                        + "\"pleegplaats\":\"plein\",\"wijze\":\"staandehouding\",\"heterdaad\":\"onbekend\"},"
                        + "\"jongere\":{\"volgensVerwijzer\":{\"identiteitVastgesteldMet\":\"alleen opgegeven\"}}}");
    }

    @Test
    void nothing_is_called_bsn() {
        assertThat(new String(DossierJson.json(TestDossiers.full(true)), StandardCharsets.UTF_8))
                .doesNotContainIgnoringCase("bsn")
                .doesNotContainIgnoringCase("burgerservice");
    }

    @Test
    void only_speaking_informs() {
        List<Dossier.Guardian> guardians = TestDossiers.full(false).guardians();
        assertThat(guardians.getFirst().informed()).isTrue();
        assertThat(guardians.getLast().informed()).isFalse();
    }
}
