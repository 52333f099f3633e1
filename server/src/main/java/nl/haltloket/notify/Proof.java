package nl.haltloket.notify;

import java.time.Instant;
import java.util.List;

/** One text of a {@link ProbedGateway} to the desk itself; guarded by that gateway. */
final class Proof {
    final Sms sms;
    final Instant since;
    List<String> providerIds = List.of();
    boolean answered;
    boolean over;

    Proof(Sms sms, Instant since) {
        this.sms = sms;
        this.since = since;
    }

    boolean isMeant(DeliveryReport report) {
        return sms.id().equals(report.messageId())
                || providerIds.stream().anyMatch(id -> same(id, report.providerId()));
    }

    private static boolean same(String id, String other) {
        return ProviderIds.spellings(other).contains(id);
    }
}
