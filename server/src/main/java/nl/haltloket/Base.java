package nl.haltloket;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.audit.Audit;
import nl.haltloket.care.HelpFile;
import nl.haltloket.db.Database;
import nl.haltloket.document.DocumentFile;
import nl.haltloket.event.Event;
import nl.haltloket.law.LawService;
import nl.haltloket.opening.OpeningRoutes;
import nl.haltloket.transfer.ReceiverFile;
import nl.haltloket.web.HttpServers;

/** What is there before the keys are: all that a locked desk needs, and what the open one starts from. */
record Base(
        Vertx vertx,
        Config config,
        PgConnectOptions connection,
        Database database,
        LawService law,
        ReceiverFile receivers,
        HelpFile help,
        Event event,
        Audit audit,
        HttpServers servers,
        OpeningRoutes opening,
        PrometheusMeterRegistry metrics,
        Clock clock,
        Supplier<UUID> ids,
        SecureRandom random,
        DocumentFile documents) {}
