package nl.haltloket.law;

import io.vertx.core.Future;
import java.time.DateTimeException;
import java.util.List;
import nl.haltloket.audit.Audit;
import nl.haltloket.command.Commands;
import nl.haltloket.db.Database;
import nl.haltloket.eligibility.Law;
import nl.haltloket.eligibility.Situation;
import nl.haltloket.eligibility.Verdict;
import nl.haltloket.refusal.Refusal;
import nl.haltloket.web.Answer;
import nl.haltloket.web.Api;
import nl.haltloket.web.Request;

/** HTTP for the versions of the law, the import of a signed bundle, and a trial of the rules. */
public final class LawRoutes {
    private final LawService law;
    private final Database database;
    private final LawVersions versions;
    private final Commands commands;
    private final Audit audit;

    public LawRoutes(LawService law, Database database, Commands commands, Audit audit) {
        this.law = law;
        this.database = database;
        this.versions = new LawVersions(database, law);
        this.commands = commands;
        this.audit = audit;
    }

    private record Accepted(String file, String version, String sha256) {
        static Accepted of(LawVersion version) {
            return new Accepted(version.kind().file(), version.version(), version.hash());
        }
    }

    private record Imported(List<Accepted> accepted) {
        static Imported of(List<LawVersion> fresh) {
            return new Imported(fresh.stream().map(Accepted::of).toList());
        }
    }

    /** Registers the operations. */
    public void on(Api api) {
        api.operation("listRules", _ -> versions.overview().map(Answer::ok));
        api.operation("getRules", request -> versions.both(request.text("version"))
                .map(both -> Answer.lasting(both.json(), both.hash())));
        api.operation("importRules", this::take);
        api.operation("previewRules", request -> law.open(request.bytes())
                .compose(bundle -> database.inTransaction(bundle::preview))
                .map(Answer::ok));
        api.operation("tryRules", request -> Future.succeededFuture(Answer.ok(judged(request))));
    }

    /** A day that the calendar does not know passes the contract. */
    private Verdict judged(Request request) {
        try {
            return judged(law.inForce().law(), request.body(Situation.class));
        } catch (DateTimeException e) {
            throw Refusal.invalid("rules.situation", "Een datum of tijd in deze situatie bestaat niet. Kijk hem na.");
        }
    }

    private static Verdict judged(Law law, Situation situation) {
        List<String> strange = law.strangeFacts(situation);
        if (!strange.isEmpty()) {
            throw Refusal.invalid(
                    "rules.situation", "Deze situatie kan niet bestaan. Kijk na: " + String.join(", ", strange) + ".");
        }
        return law.judge(situation);
    }

    private Future<Answer> take(Request request) {
        String by = request.caller().auditName();
        return law.open(request.bytes())
                .compose(bundle -> commands.once(request, Imported.class, tx -> bundle.keep(tx, audit, by)
                        .map(Imported::of)))
                .compose(imported -> law.reload().map(_ -> Answer.created(imported)));
    }
}
