package nl.haltloket.reply;

import java.time.Clock;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.audit.Audit;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.event.Event;
import nl.haltloket.guardian.CaseCodes;
import nl.haltloket.guardian.GuardianService;
import nl.haltloket.notify.Caps;
import nl.haltloket.notify.Outbox;
import nl.haltloket.texts.Templates;

/** What the services of this package work with. */
public record ReplyContext(
        Database database,
        CaseService cases,
        GuardianService guardians,
        CaseCodes codes,
        Outbox outbox,
        Templates templates,
        Caps caps,
        CaseKeys caseKeys,
        EventKeys keys,
        Audit audit,
        Event event,
        Clock clock,
        Supplier<UUID> ids) {}
