package nl.haltloket.handover;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import nl.haltloket.command.Commands;
import nl.haltloket.event.TicketView;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Caller;
import nl.haltloket.web.Request;
import nl.haltloket.web.SseSource;
import nl.haltloket.web.SseStreams;
import org.jspecify.annotations.Nullable;

/** HTTP for handovers. */
public final class HandoverRoutes {
    private final HandoverService handovers;
    private final Commands commands;
    private final SseStreams streams;
    private final Clock clock;

    public HandoverRoutes(HandoverService handovers, Commands commands, SseStreams streams, Clock clock) {
        this.clock = clock;
        this.handovers = handovers;
        this.commands = commands;
        this.streams = streams;
    }

    private record Desk(
            @Nullable String birthDate,
            HandoverContent.@Nullable IdentityBasis basis,
            @Nullable Boolean safe) {
        DeskFacts facts(Instant now) {
            return new DeskFacts(
                    birthDate,
                    basis,
                    Boolean.TRUE.equals(safe) ? safe : null,
                    safe,
                    null,
                    null,
                    now,
                    null,
                    Progress.NONE);
        }
    }

    private record Decline(String reason, @Nullable String note) {}

    private record ReceiptView(String number, Instant at, String by, String auditHead, String signed) {}

    private record View(
            UUID id,
            String state,
            TicketView ticket,
            String payloadHash,
            Instant submittedAt,
            @Nullable String declineReason,
            @Nullable UUID replacedBy,
            @Nullable ReceiptView receipt) {}

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("submitHandover", this::submit);
        api.operation("getHandover", request -> handovers
                .find(request.id("handoverId"), request.caller())
                .map(HandoverRoutes::view)
                .map(Answer::ok));
        api.operation("readHandover", request -> handovers
                .read(request.id("handoverId"), request.caller())
                .map(Answer::ok));
        api.operation("judgeHandover", this::judge);
        api.stream("streamHandover", this::stream, streams);
        api.operation("declineHandover", this::decline);
        api.operation("withdrawHandover", this::withdraw);
    }

    private Future<Answer> judge(Request request) {
        Desk body = request.body(Desk.class);
        return handovers
                .judge(request.id("handoverId"), body.facts(clock.instant()), request.caller())
                .map(Answer::ok);
    }

    private Future<Answer> submit(Request request) {
        return handovers.submit(request.bytes()).map(submitted -> {
            View view = view(submitted.handover());
            return submitted.fresh() ? Answer.created(view) : Answer.ok(view);
        });
    }

    /** The first look is checked before the stream opens, so that a refusal is an answer and not a broken stream. */
    private Future<SseSource> stream(Request request) {
        UUID id = request.id("handoverId");
        Caller caller = request.caller();
        return handovers
                .find(id, caller)
                .map(_ -> new SseSource("handover", HandoverService.TOPIC, id.toString(), () -> handovers
                        .find(id, caller)
                        .map(HandoverRoutes::view)));
    }

    private Future<Answer> decline(Request request) {
        Decline body = request.body(Decline.class);
        return commands.once(request, View.class, tx -> handovers
                        .decline(tx, request.id("handoverId"), request.caller(), body.reason(), body.note())
                        .map(HandoverRoutes::view))
                .map(Answer::ok);
    }

    private Future<Answer> withdraw(Request request) {
        return commands.once(request, View.class, tx -> handovers
                        .withdraw(tx, request.id("handoverId"), request.caller())
                        .map(HandoverRoutes::view))
                .map(Answer::ok);
    }

    private static View view(Handover handover) {
        return new View(
                handover.id(),
                handover.state().name(),
                TicketView.of(handover.ticket()),
                Envelope.hex(handover.payloadHash()),
                handover.submittedAt(),
                handover.declineReason(),
                handover.replacedBy(),
                receipt(handover));
    }

    private static @Nullable ReceiptView receipt(Handover handover) {
        Handover.Receipt receipt = handover.receipt();
        Instant at = handover.endedAt();
        String by = handover.endedBy();
        return receipt == null || at == null || by == null
                ? null
                : new ReceiptView(
                        receipt.number(),
                        at,
                        by,
                        Envelope.hex(receipt.auditHead()),
                        Base64.getUrlEncoder().withoutPadding().encodeToString(receipt.signed()));
    }
}
