package nl.haltloket.transfer;

import io.vertx.core.Future;
import java.util.List;
import nl.haltloket.db.Tx;

/** Whether the packages and receipts that are stored are those that the audit chain tells of; needs no key. */
public final class StoredPackages {
    private StoredPackages() {}

    /**
     * What was found.
     *
     * @param transfers how many were looked at
     * @param problems what is wrong, a sentence each
     */
    public record Finding(int transfers, List<String> problems) {}

    /** Looks at all of them. */
    public static Future<Finding> verify(Tx tx) {
        return new StoredPackageRepository().verify(tx);
    }
}
