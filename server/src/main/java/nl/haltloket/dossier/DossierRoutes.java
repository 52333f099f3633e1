package nl.haltloket.dossier;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.time.Clock;
import nl.haltloket.audit.AuditAction;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;

/** HTTP for the dossier as paper and as data. */
public final class DossierRoutes {
    private final Vertx vertx;
    private final DossierService dossiers;
    private final Clock clock;

    public DossierRoutes(Vertx vertx, DossierService dossiers, Clock clock) {
        this.vertx = vertx;
        this.dossiers = dossiers;
        this.clock = clock;
    }

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("printDossier", this::print);
        api.operation("exportDossier", request -> dossiers.assemble(
                        request.id("caseId"), request.caller(), AuditAction.EXPORT)
                .map(dossier -> new Answer(200, "application/json", Buffer.buffer(DossierJson.json(dossier)))));
    }

    private Future<Answer> print(Request request) {
        var printing = new DossierPdf.Printing(
                clock.instant(), request.caller().requireWorker().name());
        return dossiers.assemble(request.id("caseId"), request.caller(), AuditAction.PRINT)
                .compose(dossier -> vertx.executeBlocking(() -> DossierPdf.pdf(dossier, printing)))
                .map(Answer::pdf);
    }
}
