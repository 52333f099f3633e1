package nl.haltloket.consent;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.casefile.CaseVerdicts;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.identity.SessionService;

/** What offers and decisions need of the rest of the desk. */
public record Context(
        Vertx vertx,
        CaseService cases,
        CaseVerdicts verdicts,
        SessionService sessions,
        Pages pages,
        CaseKeys caseKeys,
        EventKeys keys,
        Clock clock,
        Supplier<UUID> ids) {}
