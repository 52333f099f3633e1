package nl.haltloket.web;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.openapi.router.OpenAPIRoute;
import io.vertx.ext.web.openapi.router.RequestExtractor;
import io.vertx.ext.web.openapi.router.RouterBuilder;
import io.vertx.openapi.contract.OpenAPIContract;
import io.vertx.openapi.validation.RequestValidator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import nl.haltloket.refusal.Refusal;

/**
 * The contract made to work: each operation gets its handler, behind its access check and the validation of its
 * request, in that order. An operation without a handler stops the start.
 */
public final class Api {
    private final RouterBuilder builder;
    private final RequestValidator validator;
    private final RequestExtractor extractor = RequestExtractor.withBodyHandler();
    private final Authenticator authenticator;
    private final Set<String> handled = new HashSet<>();

    private Api(Vertx vertx, OpenAPIContract contract, Authenticator authenticator) {
        this.builder = RouterBuilder.create(vertx, contract, extractor);
        this.validator = RequestValidator.create(vertx, contract);
        this.authenticator = authenticator;
    }

    /** Loads the contract from the class path. */
    public static Future<Api> load(Vertx vertx, Authenticator authenticator) {
        return OpenAPIContract.from(vertx, Contract.forRequests())
                .map(contract -> new Api(vertx, contract, authenticator));
    }

    /** Registers the handler of an operation. */
    public void operation(String operationId, Function<Request, Future<Answer>> handler) {
        route(operationId, context -> answer(context, handler));
    }

    /**
     * Registers an operation for a party that is no device of ours, such as a provider that calls back. It carries a
     * secret that {@code keeper} looks at first, and who does not have it is refused by the {@link Refusal} that the
     * keeper throws. Only for operations with the access {@code gateway}.
     */
    public void outside(String operationId, Consumer<Request> keeper, Function<Request, Future<Answer>> handler) {
        route(
                operationId,
                true,
                (context, _) -> {
                    keeper.accept(new Request(context));
                    context.next();
                },
                context -> answer(context, handler));
    }

    /** Registers an operation that answers with a stream. */
    public void stream(String operationId, Function<Request, Future<SseSource>> handler, SseStreams streams) {
        route(operationId, context -> {
            Request request = new Request(context);
            Future<SseSource> source = handler.apply(request);
            var _ = source.map(ready -> ready.onlyAfter(() -> authenticator.stillWelcome(request.caller())))
                    .onSuccess(ready -> streams.open(context, ready, request.caller()))
                    .onFailure(context::fail);
        });
    }

    /**
     * Registers the handler of an operation that must work while nobody can be recognised, whatever the contract lists:
     * only for a server that is locked, and only for what needs no trust to be kept.
     */
    public void withoutCaller(String operationId, Function<Request, Future<Answer>> handler) {
        OpenAPIRoute route = Objects.requireNonNull(builder.getRoute(operationId), operationId);
        handled.add(operationId);
        route.setDoValidation(false).setDoSecurity(false);
        route.addHandler(context -> validate(context, route));
        route.addHandler(context -> answer(context, handler));
    }

    /** Every operation that has no handler yet answers with this refusal. */
    public void refuseTheRest(Supplier<Refusal> refusal) {
        for (OpenAPIRoute route : builder.getRoutes()) {
            if (handled.add(route.getOperation().getOperationId())) {
                route.setDoValidation(false).setDoSecurity(false);
                route.addHandler(context -> context.fail(refusal.get()));
            }
        }
    }

    /** The router of all operations; fails when one has no handler. */
    public Router router() {
        List<String> missing = builder.getRoutes().stream()
                .map(route -> route.getOperation().getOperationId())
                .filter(id -> !handled.contains(id))
                .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("Operations without a handler: " + new TreeSet<>(missing));
        }
        return builder.createRouter();
    }

    private void route(String operationId, Handler<RoutingContext> handler) {
        route(operationId, false, this::admit, handler);
    }

    private void route(
            String operationId,
            boolean outside,
            BiConsumer<RoutingContext, Access> admission,
            Handler<RoutingContext> handler) {
        OpenAPIRoute route = Objects.requireNonNull(builder.getRoute(operationId), operationId);
        JsonObject model = route.getOperation().getOpenAPIModel();
        Access access = Access.of(operationId, model.getJsonArray("x-access"));
        if (access.isOutside() != outside) {
            throw new IllegalStateException("Operation " + operationId + " has another access than its handler");
        }
        handled.add(operationId);
        route.setDoValidation(false).setDoSecurity(false);
        route.addHandler(context -> {
            RequestLog.operation(context, operationId);
            admission.accept(context, access);
        });
        route.addHandler(context -> validate(context, route));
        route.addHandler(handler);
    }

    private static void answer(RoutingContext context, Function<Request, Future<Answer>> handler) {
        var _ = handler.apply(new Request(context))
                .onSuccess(ready -> send(context, ready))
                .onFailure(context::fail);
    }

    private void admit(RoutingContext context, Access access) {
        if (access.isPublic()) {
            context.next();
            return;
        }
        var _ = authenticator
                .authenticate(bearer(context))
                .map(caller -> {
                    access.check(caller, context.pathParam("caseId"));
                    Request.identify(context, caller);
                    return caller;
                })
                .onSuccess(_ -> context.next())
                .onFailure(context::fail);
    }

    private void validate(RoutingContext context, OpenAPIRoute route) {
        var _ = extractor
                .extractValidatableRequest(context, route.getOperation())
                .compose(request ->
                        validator.validate(request, route.getOperation().getOperationId()))
                .onSuccess(_ -> context.next())
                .onFailure(context::fail);
    }

    private static String bearer(RoutingContext context) {
        String header = context.request().getHeader("Authorization");
        if (header == null || !header.startsWith("Bearer ")) {
            throw Refusal.notKnown("access.unknown", "Dit toestel is nog niet aangemeld.");
        }
        return header.substring("Bearer ".length());
    }

    private static void send(RoutingContext context, Answer answer) {
        var response = context.response().setStatusCode(answer.status()).putHeader("Cache-Control", "no-store");
        if (answer.version() != null) {
            String tag = "\"" + answer.version() + "\"";
            response.putHeader("Cache-Control", "private, no-cache").putHeader("ETag", tag);
            if (tag.equals(context.request().getHeader("If-None-Match"))) {
                var _ = response.setStatusCode(304).end();
                return;
            }
        }
        if (answer.mediaType() != null) {
            response.putHeader("Content-Type", answer.mediaType());
        }
        var _ = response.end(answer.body());
    }
}
