package nl.haltloket.consent;

import io.vertx.core.Future;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import nl.haltloket.audit.AuditLines;
import nl.haltloket.crypto.P256;
import nl.haltloket.db.Each;
import nl.haltloket.db.Tx;

/**
 * Looks at every signature without any secret key: the audit names the countersignature of each, that names every
 * sealed column, and so a change, a swap or a row that is gone shows.
 */
public final class SignatureVerification {
    private static final int PAGE = 50;
    private static final UUID FIRST = new UUID(0, 0);
    private static final Pattern LINE = Pattern.compile("decision:([0-9a-f-]{36}) .*signature:([0-9a-f]{64})");

    private final SignatureRepository signatures = new SignatureRepository();
    private final Tx tx;

    private SignatureVerification(Tx tx) {
        this.tx = tx;
    }

    /**
     * What was found in all events.
     *
     * @param holds how many signatures hold
     * @param erased how many went with the case that they belonged to
     * @param problems one Dutch sentence each, with ids only
     */
    public record Finding(long holds, long erased, List<String> problems) {}

    /** How the audit names a signature. */
    static String facts(UUID decisionId, NewDecision decision, String hash) {
        String what =
                "decision:%s %s %s %s".formatted(decisionId, decision.person(), decision.purpose(), decision.answer());
        return hash.isEmpty() ? what : what + " signature:" + hash;
    }

    /** Verifies all of them. */
    public static Future<Finding> verify(Tx tx) {
        var verification = new SignatureVerification(tx);
        return AuditLines.like(tx, "decision:%signature:%").compose(lines -> verification.all(expected(lines)));
    }

    private record Expected(UUID caseId, String hash) {}

    private static Map<UUID, Expected> expected(List<AuditLines.Line> lines) {
        Map<UUID, Expected> expected = new HashMap<>();
        for (AuditLines.Line line : lines) {
            Matcher facts = LINE.matcher(line.facts());
            if (facts.matches()) {
                UUID caseId = UUID.fromString(line.subject().substring("case:".length()));
                expected.put(UUID.fromString(facts.group(1)), new Expected(caseId, facts.group(2)));
            }
        }
        return expected;
    }

    private Future<Finding> all(Map<UUID, Expected> expected) {
        List<String> problems = new ArrayList<>();
        long[] holds = {0};
        return page(FIRST, expected, problems, holds)
                .compose(_ -> Each.of(List.copyOf(expected.entrySet()), this::gone))
                .map(gone -> {
                    gone.stream().flatMap(Optional::stream).forEach(problems::add);
                    long erased = gone.stream().filter(Optional::isEmpty).count();
                    return new Finding(holds[0], erased, List.copyOf(problems));
                });
    }

    /** Takes what it sees out of what is expected. */
    private Future<Void> page(UUID after, Map<UUID, Expected> expected, List<String> problems, long[] holds) {
        return signatures.page(tx, after, PAGE).compose(rows -> {
            for (SignatureRepository.Stored row : rows) {
                Optional<String> problem = problem(row, Optional.ofNullable(expected.remove(row.decisionId())));
                problem.ifPresentOrElse(
                        words -> problems.add(named(row.caseId(), row.decisionId(), words)), () -> holds[0]++);
            }
            return rows.size() < PAGE
                    ? Future.succeededFuture()
                    : page(rows.getLast().decisionId(), expected, problems, holds);
        });
    }

    private static Optional<String> problem(SignatureRepository.Stored row, Optional<Expected> expected) {
        if (expected.isEmpty()) {
            return Optional.of("Het logboek kent deze handtekening niet.");
        }
        if (!expected.get().caseId().equals(row.caseId())) {
            return Optional.of("Deze handtekening hoort bij een andere zaak.");
        }
        if (!expected.get().hash().equals(Hashes.hex(row.countersigned()))) {
            return Optional.of("Deze handtekening is niet die uit het logboek.");
        }
        try {
            return Countersignature.read(row.countersigned(), P256.publicKey(row.kioskKey()))
                    .problem(row.caseId(), row.decisionId(), row.sealed());
        } catch (IOException | GeneralSecurityException e) {
            return Optional.of("Het loket heeft deze handtekening zo niet vastgelegd.");
        }
    }

    /** A signature that the audit names and that is not there: only an erased case may lack it. */
    private Future<Optional<String>> gone(Map.Entry<UUID, Expected> missing) {
        UUID caseId = missing.getValue().caseId();
        return signatures
                .erased(tx, caseId)
                .map(erased -> erased
                        ? Optional.empty()
                        : Optional.of(named(caseId, missing.getKey(), "De handtekening ontbreekt.")));
    }

    private static String named(UUID caseId, UUID decisionId, String problem) {
        return "Zaak %s, besluit %s: %s".formatted(caseId, decisionId, problem);
    }
}
