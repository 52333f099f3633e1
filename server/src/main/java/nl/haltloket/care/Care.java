package nl.haltloket.care;

import io.vertx.core.Future;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.web.Api;

/** Care around a juvenile as one thing: its services and their operations. */
public final class Care {
    private final CareContext context;
    private final CareService records;
    private final WarmHandovers warmHandovers;
    private final OwnWords ownWords;
    private final Experiences experiences;
    private final StepReports steps;
    private final VoluntaryService voluntary;

    public Care(CareContext context) {
        this.context = context;
        CareTrail trail = new CareTrail(context.audit(), context.event());
        this.warmHandovers = new WarmHandovers(context, trail);
        this.records = new CareService(context.cases(), warmHandovers, context.caseKeys(), trail, context.clock());
        this.ownWords = new OwnWords(context.cases(), context.caseKeys(), context.clock());
        this.experiences = new Experiences(context.cases(), trail, context.event(), context.clock());
        this.steps = new StepReports(trail, context.event(), context.clock());
        this.voluntary = new VoluntaryService(context, trail);
    }

    /** Registers the operations. */
    public void on(Api api) {
        new CareRoutes(context, records, warmHandovers, ownWords).on(api);
        new ReportRoutes(context, experiences, steps).on(api);
        new VoluntaryRoutes(context, voluntary).on(api);
    }

    /** The care records, for what may leave the desk. */
    public CareService records() {
        return records;
    }

    /** What juveniles want to say. */
    public OwnWords ownWords() {
        return ownWords;
    }

    /** Moves all that belongs to one case to another. */
    public Future<Void> move(Tx tx, CaseKeys.Move move) {
        return records.move(tx, move).compose(_ -> ownWords.move(tx, move)).compose(_ -> experiences.move(tx, move));
    }
}
