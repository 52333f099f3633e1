package nl.haltloket.transfer;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import nl.haltloket.db.Tx;
import org.jspecify.annotations.Nullable;

/** Holds stored packages and receipts against the audit chain, which says what their hashes were. Needs no key. */
final class StoredPackageRepository {
    private static final String RECORDED = """
            SELECT count(*) FROM audit_entry
            WHERE event_id = $1 AND subject = $2 AND action = 'CHANGE' AND actor = 'system' AND facts = $3""";
    private static final String ALL = """
            SELECT id, event_id, case_id, package, package_sha256, receipt, step FROM transfer
            WHERE id > $1 ORDER BY id LIMIT 200""";

    /** Whether the package of this transfer is what was sealed. */
    Future<Boolean> holds(Tx tx, UUID eventId, Transfer transfer) {
        byte[] sealed = transfer.packageBytes();
        byte[] hash = transfer.packageHash();
        if (sealed == null || hash == null || !Arrays.equals(SealedPackage.hash(sealed), hash)) {
            return Future.succeededFuture(false);
        }
        return recorded(tx, eventId, transfer.caseId(), TransferTrail.sealedFacts(transfer.id(), hash));
    }

    /** Every stored package and receipt. */
    Future<StoredPackages.Finding> verify(Tx tx) {
        return from(tx, new UUID(0, 0), new StoredPackages.Finding(0, List.of()));
    }

    private Future<StoredPackages.Finding> from(Tx tx, UUID after, StoredPackages.Finding sofar) {
        return tx.list(row -> row, ALL, after).compose(rows -> {
            Future<StoredPackages.Finding> found = Future.succeededFuture(sofar);
            for (Row row : rows) {
                found = found.compose(before -> verify(tx, row).map(problems -> add(before, problems)));
            }
            return rows.isEmpty()
                    ? found
                    : found.compose(all -> from(tx, rows.getLast().getUUID("id"), all));
        });
    }

    private static StoredPackages.Finding add(StoredPackages.Finding before, List<String> problems) {
        List<String> all = new ArrayList<>(before.problems());
        all.addAll(problems);
        return new StoredPackages.Finding(before.transfers() + 1, List.copyOf(all));
    }

    private static Future<List<String>> verify(Tx tx, Row row) {
        UUID id = row.getUUID("id");
        UUID eventId = row.getUUID("event_id");
        UUID caseId = row.getUUID("case_id");
        byte[] hash = bytes(row, "package_sha256");
        byte[] sealed = bytes(row, "package");
        byte[] receipt = bytes(row, "receipt");
        List<String> problems = new ArrayList<>();
        if (sealed != null && (hash == null || !Arrays.equals(SealedPackage.hash(sealed), hash))) {
            problems.add("Overdracht %s: het pakket is veranderd nadat het was gemaakt".formatted(id));
        }
        Future<Boolean> sealedThen = hash == null
                ? Future.succeededFuture(true)
                : recorded(tx, eventId, caseId, TransferTrail.sealedFacts(id, hash));
        Future<Boolean> confirmedThen = receipt == null || !"CONFIRMED".equals(row.getString("step"))
                ? Future.succeededFuture(true)
                : recorded(tx, eventId, caseId, TransferTrail.confirmedFacts(id, receipt));
        return sealedThen.compose(package1 -> confirmedThen.map(receipt1 -> {
            if (!package1) {
                problems.add("Overdracht %s: het logboek kent dit pakket niet".formatted(id));
            }
            if (!receipt1) {
                problems.add("Overdracht %s: het ontvangstbewijs is veranderd".formatted(id));
            }
            return List.copyOf(problems);
        }));
    }

    private static Future<Boolean> recorded(Tx tx, UUID eventId, UUID caseId, String facts) {
        return tx.one(row -> row.getLong(0) > 0, RECORDED, eventId, "case:" + caseId, facts)
                .map(found -> found.orElse(false));
    }

    private static byte @Nullable [] bytes(Row row, String column) {
        Buffer buffer = row.getBuffer(column);
        return buffer == null ? null : buffer.getBytes();
    }
}
