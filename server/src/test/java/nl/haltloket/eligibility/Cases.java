package nl.haltloket.eligibility;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import nl.haltloket.json.Json;

/** The law as it stands in {@code config/}, and a case that goes straight to Halt, to be changed by each test. */
final class Cases {
    static final Path CONFIG = Files.exists(Path.of("config/rules.json")) ? Path.of("config") : Path.of("../config");
    static final Law LAW = new LawFiles(CONFIG).read();

    private static final String DIRECT = """
            {"offenceId": "alcohol-45", "offenceAt": "2026-11-22T22:10:00Z", "birthDate": "2009-05-01",
             "feitcode": "E211b", "identity": "DOCUMENT", "manner": "STOPPED", "responsive": "YES", "cautionGiven": "YES",
             "admission": "YES", "counsel": "WAIVED", "guardianTold": "YES", "safety": "SAFE",
             "referrer": {"kind": "BOA", "domain": "I", "listed": true},
             "mandate": {"from": "2026-11-22", "to": "2026-11-24", "offences": ["alcohol-45", "hinder-apv"], "inArea": "YES"},
             "prior": {"check": "NONE"}}
            """;

    private Cases() {}

    /** A boa of domain I with a boy of 17 and a bottle of beer, everything in order. */
    static ObjectNode direct() {
        return Json.read(DIRECT, ObjectNode.class);
    }

    static Situation situation(ObjectNode fields) {
        return Json.read(Json.bytes(fields), Situation.class);
    }

    static Verdict verdict(ObjectNode fields) {
        return LAW.judge(situation(fields));
    }
}
