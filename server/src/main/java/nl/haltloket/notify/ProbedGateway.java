package nl.haltloket.notify;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A gateway that proves itself while the desk is open: a text to the desk's own number, which must be reported
 * delivered or come in again. That a provider takes a message says nothing of the network behind it. A failed proof
 * makes the gateway red on the board and stops nothing: the phone of the desk may be what is off. It stands outside
 * the outbox: no case, no audit, and no limit counts it.
 */
public final class ProbedGateway implements SmsGateway {
    /** From one text to the next. */
    public static final Duration EVERY = Duration.ofMinutes(5);

    /** The board is red within 60 seconds of sending. */
    public static final Duration PATIENCE = Duration.ofSeconds(55);

    private static final Logger LOG = LoggerFactory.getLogger(ProbedGateway.class);
    private static final long TICK_MILLIS = 1000;
    private static final int REMEMBERED = 20;
    private static final int CODE_LENGTH = 6;

    private final SmsGateway gateway;
    private final Plan plan;
    private final Clock clock;
    private final List<Proof> proofs = new ArrayList<>();
    private final List<DeliveryReport> early = new ArrayList<>();
    private volatile Runnable healthListener = () -> {};
    private volatile @Nullable Health red;
    private Instant nextAt = Instant.MIN;

    /**
     * How to prove.
     *
     * @param number E.164, of the desk itself
     * @param words what the text says, if somebody signed one
     * @param open whether the desk is open now
     * @param results hears how each proof ended
     */
    public record Plan(
            String number,
            Supplier<Future<Optional<String>>> words,
            BooleanSupplier open,
            Supplier<UUID> ids,
            Results results) {}

    /** Hears how proofs end. */
    @FunctionalInterface
    public interface Results {
        /**
         * One proof ended.
         *
         * @param took from sending to the report, or to giving up
         */
        void ended(String gateway, boolean delivered, Duration took);
    }

    public ProbedGateway(SmsGateway gateway, Plan plan, Clock clock) {
        this.gateway = gateway;
        this.plan = plan;
        this.clock = clock;
    }

    /** Looks at its clock every second from now on; gives the timer. */
    public long begin(Vertx vertx) {
        return vertx.setPeriodic(TICK_MILLIS, _ -> {
            var _ = tick();
        });
    }

    /** Gives up what took too long, and sends when it is time; ends when that is answered. */
    Future<Void> tick() {
        giveUp(clock.instant());
        return isDue()
                ? plan.words().get().compose(this::prove).recover(ProbedGateway::unproven)
                : Future.succeededFuture();
    }

    private synchronized boolean isDue() {
        Instant now = clock.instant();
        if (now.isBefore(nextAt) || !plan.open().getAsBoolean()) {
            return false;
        }
        nextAt = now.plus(EVERY);
        return true;
    }

    /** What nobody signed is not sent, to the desk itself neither. */
    private Future<Void> prove(Optional<String> words) {
        if (words.isEmpty()) {
            LOG.warn("Gateway {} is not proven: nobody signed a text for it", name());
            return Future.succeededFuture();
        }
        Proof proof = begin(words.get());
        return gateway.send(proof.sms).transform(sent -> {
            if (sent.succeeded()) {
                answered(proof, sent.result());
            } else {
                end(proof, false, SendFailure.of(sent.cause()).code());
            }
            return Future.succeededFuture();
        });
    }

    private static Future<Void> unproven(Throwable failure) {
        LOG.warn("A proof could not be sent", failure);
        return Future.succeededFuture();
    }

    private synchronized Proof begin(String words) {
        Instant now = clock.instant();
        UUID id = plan.ids().get();
        Sms sms = new Sms(id, plan.number(), words + " " + code(id), false, now.plus(EVERY));
        Proof proof = new Proof(sms, now);
        proofs.add(proof);
        if (proofs.size() > REMEMBERED) {
            proofs.removeFirst();
        }
        return proof;
    }

    /** Tells one proof from the next when its text comes in again. */
    private static String code(UUID id) {
        String code = id.toString().replace("-", "");
        return code.substring(code.length() - CODE_LENGTH);
    }

    private void giveUp(Instant now) {
        List<Proof> late;
        synchronized (this) {
            late = proofs.stream()
                    .filter(proof -> !proof.over && !now.isBefore(proof.since.plus(PATIENCE)))
                    .toList();
        }
        late.forEach(proof -> end(proof, false, "no-report"));
    }

    /** A report may have overtaken the answer. */
    private void answered(Proof proof, List<String> ids) {
        List<DeliveryReport> known;
        synchronized (this) {
            proof.providerIds = ids;
            proof.answered = true;
            known = early.stream().filter(proof::isMeant).toList();
            if (proofs.stream().allMatch(each -> each.answered || each.over)) {
                early.clear();
            }
        }
        known.forEach(report -> learn(proof, report));
    }

    private void learn(Proof proof, DeliveryReport report) {
        switch (report.state()) {
            case DELIVERED -> end(proof, true, report.code());
            case FAILED, EXPIRED -> end(proof, false, report.code());
            case ACCEPTED, UNKNOWN -> LOG.debug("Proof {} is under way", proof.sms.id());
        }
    }

    private void end(Proof proof, boolean delivered, String code) {
        Instant now = clock.instant();
        synchronized (this) {
            if (proof.over) {
                return;
            }
            proof.over = true;
            Health before = red;
            Instant since = before == null ? now : before.since();
            red = delivered ? null : new Health(false, "De proef-sms via %s kwam niet aan.".formatted(name()), since);
        }
        LOG.info("Proof {} of gateway {} delivered: {}, code {}", proof.sms.id(), name(), delivered, code);
        plan.results().ended(name(), delivered, Duration.between(proof.since, now));
        healthListener.run();
    }

    private Future<Void> report(DeliveryReport report, Function<DeliveryReport, Future<Void>> keeper) {
        Proof ours = null;
        synchronized (this) {
            for (Proof proof : proofs) {
                if (proof.isMeant(report)) {
                    ours = proof;
                }
            }
            if (ours == null && proofs.stream().anyMatch(proof -> !proof.answered && !proof.over)) {
                early.add(report);
            }
        }
        if (ours == null) {
            return keeper.apply(report);
        }
        learn(ours, report);
        return Future.succeededFuture();
    }

    private Future<Void> text(Inbound text, Function<Inbound, Future<Void>> keeper) {
        Proof ours;
        synchronized (this) {
            ours = proofs.stream()
                    .filter(proof -> proof.sms.text().equals(text.text().strip()))
                    .findFirst()
                    .orElse(null);
        }
        if (ours == null) {
            return keeper.apply(text);
        }
        end(ours, true, "inbound");
        return Future.succeededFuture();
    }

    @Override
    public Health shown() {
        Health failed = red;
        Health own = gateway.shown();
        return failed == null || !own.up() ? own : failed;
    }

    @Override
    public void onHealth(Runnable listener) {
        healthListener = listener;
        gateway.onHealth(listener);
    }

    @Override
    public void onReport(Function<DeliveryReport, Future<Void>> keeper) {
        gateway.onReport(report -> report(report, keeper));
    }

    @Override
    public void onInbound(Function<Inbound, Future<Void>> keeper) {
        gateway.onInbound(text -> text(text, keeper));
    }

    @Override
    public String name() {
        return gateway.name();
    }

    @Override
    public int window() {
        return gateway.window();
    }

    @Override
    public Future<Void> start() {
        return gateway.start();
    }

    @Override
    public Future<List<String>> send(Sms sms) {
        return gateway.send(sms);
    }

    @Override
    public Future<List<String>> find(Sms sms) {
        return gateway.find(sms);
    }

    @Override
    public Health health() {
        return gateway.health();
    }

    @Override
    public Future<Void> close() {
        return gateway.close();
    }
}
