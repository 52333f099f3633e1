package nl.haltloket.care;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.audit.Audit;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.command.Commands;
import nl.haltloket.consent.Choices;
import nl.haltloket.consent.DecisionService;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Database;
import nl.haltloket.event.Event;

/** What care is made with. */
public record CareContext(
        Vertx vertx,
        Database database,
        CaseService cases,
        Choices choices,
        DecisionService decisions,
        Commands commands,
        CaseKeys caseKeys,
        Audit audit,
        Event event,
        HelpFile help,
        Clock clock,
        Supplier<UUID> ids) {}
