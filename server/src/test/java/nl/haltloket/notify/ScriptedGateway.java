package nl.haltloket.notify;

import io.vertx.core.Future;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A gateway that answers what the test says, in order; else it accepts. */
final class ScriptedGateway implements SmsGateway {
    final List<Sms> sent = new ArrayList<>();
    final Deque<Future<List<String>>> answers = new ArrayDeque<>();

    @Nullable
    Function<DeliveryReport, Future<Void>> keeper;

    private final String name;

    boolean up = true;
    int window = 10;

    ScriptedGateway() {
        this("scripted");
    }

    ScriptedGateway(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int window() {
        return window;
    }

    @Override
    public Future<Void> start() {
        return Future.succeededFuture();
    }

    @Override
    public synchronized Future<List<String>> send(Sms sms) {
        sent.add(sms);
        Future<List<String>> answer = answers.poll();
        return answer == null ? Future.succeededFuture(List.of(idPrefix() + sent.size())) : answer;
    }

    private String idPrefix() {
        return name.equals("scripted") ? "id-" : name + "-id-";
    }

    @Override
    public void onReport(Function<DeliveryReport, Future<Void>> reportKeeper) {
        keeper = reportKeeper;
    }

    @Override
    public Health health() {
        return new Health(up, "", Instant.EPOCH);
    }

    @Override
    public Future<Void> close() {
        return Future.succeededFuture();
    }
}
