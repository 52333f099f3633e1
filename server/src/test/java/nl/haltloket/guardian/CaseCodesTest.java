package nl.haltloket.guardian;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.UUID;
import nl.haltloket.testing.TestApp;
import nl.haltloket.testing.TestPhone;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class CaseCodesTest {
    private static final TestApp APP = TestApp.withoutGateway();
    private static final TestPhone PHONE = new TestPhone(APP);

    @AfterAll
    static void stop() {
        APP.close();
    }

    @Test
    void a_case_has_one_code_that_finds_it() {
        CaseCodes codes = new CaseCodes(drawing(7));
        UUID id = PHONE.handOver();
        String code = code(codes, id);
        assertThat(code).isEqualTo("0007");
        assertThat(code(codes, id)).isEqualTo("0007");
        assertThat(owner(codes, code)).contains(id);
        assertThat(owner(codes, "9999")).isEmpty();
    }

    @Test
    void a_code_that_is_taken_is_drawn_again() {
        CaseCodes codes = new CaseCodes(drawing(11, 11, 12));
        UUID one = PHONE.handOver();
        UUID other = PHONE.handOver();
        assertThat(code(codes, one)).isEqualTo("0011");
        assertThat(code(codes, other)).isEqualTo("0012");
    }

    private static String code(CaseCodes codes, UUID caseId) {
        return TestApp.await(APP.database().inTransaction(tx -> codes.of(tx, caseId)));
    }

    private static Optional<UUID> owner(CaseCodes codes, String code) {
        return TestApp.await(APP.database().inTransaction(tx -> codes.find(tx, code)));
    }

    private static SecureRandom drawing(int... numbers) {
        return new SecureRandom() {
            private static final long serialVersionUID = 1;
            private transient int next;

            @Override
            public int nextInt(int bound) {
                return numbers[next++];
            }
        };
    }
}
