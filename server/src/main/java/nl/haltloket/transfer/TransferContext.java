package nl.haltloket.transfer;

import java.time.Clock;
import java.util.UUID;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import nl.haltloket.audit.Audit;
import nl.haltloket.casefile.CaseEnd;
import nl.haltloket.casefile.CaseService;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.crypto.EventKeys;
import nl.haltloket.db.Database;
import nl.haltloket.dossier.DossierService;
import nl.haltloket.event.Event;
import nl.haltloket.intake.IntakeService;
import nl.haltloket.notify.Outbox;
import nl.haltloket.reply.Replies;

/**
 * What transfers are made of.
 *
 * @param jitter from 0 to 1, spreads tries that failed together
 * @param node stable name of this node
 */
public record TransferContext(
        Database database,
        CaseService cases,
        CaseEnd ends,
        DossierService dossiers,
        IntakeService intake,
        Outbox outbox,
        Replies replies,
        CaseKeys caseKeys,
        EventKeys keys,
        Audit audit,
        Event event,
        Receivers receivers,
        Clock clock,
        Supplier<UUID> ids,
        DoubleSupplier jitter,
        String node) {}
