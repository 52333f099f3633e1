package nl.haltloket.guardian;

import io.vertx.core.Future;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import nl.haltloket.crypto.CaseCipher;
import nl.haltloket.crypto.CaseKeys;
import nl.haltloket.db.Tx;
import nl.haltloket.event.Event;
import nl.haltloket.notify.MessageListener;
import nl.haltloket.notify.MessageState;
import nl.haltloket.notify.Outbox;

/** Tells guardians that the child is safe, and keeps what became of it until somebody spoke with them. */
public final class GuardianService implements MessageListener {
    private final GuardianRepository guardians = new GuardianRepository();
    private final Registration registration;
    private final Conversations conversations;
    private final ContactReports reports;
    private final Corrections corrections;
    private final GuardianFile file;
    private final Claims claims;
    private final Substitutes substitutes;
    private final Letters letters;
    private final Appointments appointments;

    public GuardianService(
            CaseKeys caseKeys, Outbox outbox, GuardianTexts texts, Event event, Clock clock, Supplier<UUID> ids) {
        ContactSteps steps = new ContactSteps(guardians, event, ids);
        this.registration = new Registration(guardians, outbox, texts, clock);
        this.substitutes = new Substitutes(guardians, steps, caseKeys, outbox, clock);
        this.conversations = new Conversations(guardians, steps, caseKeys, outbox, substitutes, texts, clock);
        this.reports = new ContactReports(guardians, steps);
        this.corrections = new Corrections(guardians, registration, steps, caseKeys, outbox, clock);
        this.claims = new Claims(guardians, steps, clock);
        this.letters = new Letters(guardians, steps, caseKeys, outbox, clock);
        this.file = new GuardianFile(guardians, outbox, substitutes, letters, texts, clock);
        this.appointments = new Appointments(guardians, texts);
    }

    /** Adds the guardians of a case that is being received, and queues their texts in the same transaction. */
    public Future<Void> add(Tx tx, UUID caseId, CaseCipher cipher, List<NewGuardian> all) {
        return registration.add(tx, caseId, cipher, all).compose(_ -> substitutes.addAll(tx, caseId, cipher, all));
    }

    /** Adds a guardian to a case that is open already; gives where the contact begins. */
    public Future<ContactState> addLater(Tx tx, UUID caseId, NewGuardian guardian) {
        return corrections.addLater(tx, caseId, guardian).compose(state -> substitutes
                .addAll(tx, caseId, List.of(guardian))
                .map(state));
    }

    /** Puts a wrong number right: a new contact in the place of the old one, which stays as history. */
    public Future<ContactState> correctNumber(Tx tx, UUID caseId, UUID guardianId, NumberCorrection correction) {
        return corrections.correctNumber(tx, caseId, guardianId, correction);
    }

    /** Changes what is known of a guardian beside the number; the contact stays where it is. */
    public Future<ContactState> edit(Tx tx, UUID caseId, UUID guardianId, GuardianEdit edit) {
        return corrections.edit(tx, caseId, guardianId, edit);
    }

    /** Records how a conversation went. */
    public Future<ContactState> record(Tx tx, UUID caseId, UUID guardianId, ContactOutcome outcome, UUID workerId) {
        return conversations.record(tx, caseId, guardianId, outcome, workerId);
    }

    /** "Ik bel": for some minutes the call is this worker's; refused while it is somebody else's. */
    public Future<ContactState> claim(Tx tx, UUID caseId, UUID guardianId, UUID workerId) {
        return claims.claim(tx, caseId, guardianId, workerId);
    }

    /** Names who comes instead of a guardian who must not be contacted, or that this adult was spoken to. */
    public Future<ContactState> substitute(
            Tx tx, UUID caseId, UUID guardianId, NewSubstitute substitute, UUID workerId) {
        return substitutes.record(tx, caseId, guardianId, substitute, workerId);
    }

    /** Records that a letter for the guardian left the desk; gives whether the guardian knows now. */
    public Future<Reached> letter(Tx tx, UUID caseId, UUID guardianId, NewLetter letter, UUID workerId) {
        return letters.record(tx, caseId, guardianId, letter, workerId);
    }

    /** How far a guardian was reached, and whether the guardian knows: spoken to, or handed the letter. */
    public record Reached(ContactState state, boolean informed) {}

    /** Tells the guardians when and where they are expected; {@code begins} is that moment. */
    public Future<Void> tellAppointment(
            Tx tx, UUID caseId, CaseCipher cipher, Appointment appointment, Instant begins) {
        return appointments.tell(tx, caseId, cipher, appointment, begins);
    }

    @Override
    public Future<Void> messageChanged(Tx tx, String callbackKey, MessageState state, Instant at) {
        return reports.messageChanged(tx, callbackKey, state, at);
    }

    /** Moves the guardians of a case to another one, with their history. */
    public Future<Void> move(Tx tx, CaseKeys.Move move) {
        return file.move(tx, move);
    }

    /** The guardians of a case, opened. */
    public Future<List<Guardian>> list(Tx tx, UUID caseId, CaseCipher cipher) {
        return file.list(tx, caseId, cipher);
    }

    /** Whether a guardian of the case has this number, however it is written. */
    public Future<Boolean> hasNumber(Tx tx, UUID caseId, CaseCipher cipher, String written) {
        return file.hasNumber(tx, caseId, cipher, written);
    }
}
