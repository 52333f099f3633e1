package nl.haltloket.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything known of one case when it leaves the kiosk. Codes are those of the HTTP contract ({@code STOPPED},
 * {@code UNKNOWN}); null is "not asked", which is something else than an answer that is unknown.
 *
 * @param statedGuardian the guardian as the referrer named it
 * @param stated the juvenile as given by the referrer
 * @param established the juvenile as established at the desk
 * @param ruling what the rules said, and what people decided on that
 * @param agreement rights, offers, decisions and own words
 */
public record Dossier(
        Case about,
        Event event,
        Referrer referrer,
        Offence offence,
        Declarations declarations,
        List<OtherOffence> otherOffences,
        @Nullable StatedGuardian statedGuardian,
        Juvenile stated,
        @Nullable Juvenile established,
        @Nullable Safety safety,
        List<Guardian> guardians,
        Intake intake,
        @Nullable Ruling ruling,
        Agreement agreement) {

    /** That the rights were shown, what was offered and decided, and what the juvenile wanted to say. */
    public record Agreement(
            @Nullable Explained rights,
            List<Explained> offers,
            List<Decision> decisions,
            @Nullable OwnWords ownWords) {
        /** A case in which nothing of it happened. */
        public static final Agreement NOTHING = new Agreement(null, List.of(), List.of(), null);
    }

    /** A document that was shown or given. */
    public record Explained(
            Instant at,
            String by,
            String language,
            int version,
            String medium,
            boolean readAloud,
            boolean interpreter) {}

    /** What one person decided about one purpose. */
    public record Decision(
            Instant at,
            String by,
            String person,
            @Nullable String guardian,
            String purpose,
            String answer,
            Explanation explanation,
            @Nullable String words,
            @Nullable String number,
            @Nullable Signature signature,
            @Nullable Withdrawal withdrawal) {

        /** What it rests on. */
        public record Explanation(
                String document,
                int version,
                String language,
                String channel,
                boolean readAloud,
                boolean interpreter) {}

        /** A signature on the screen; the hash is of what was signed, and absent when it does not hold. */
        public record Signature(
                Instant at, boolean holds, @Nullable String hash) {}

        /** That it no longer counts. */
        public record Withdrawal(
                Instant at, @Nullable String by, @Nullable String words) {}
    }

    /** What the juvenile wanted to say; not about the offence. */
    public record OwnWords(String text, @Nullable Instant at) {}

    /** What the rules said last of the worst of all offences, and what people decided. */
    public record Ruling(
            String decision,
            boolean provisional,
            String cause,
            Instant at,
            String rulesVersion,
            String offencesVersion,
            List<Reason> reasons,
            List<Approval> approvals,
            List<Overridden> overrides) {

        /** A rule that applied. */
        public record Reason(String rule, String sentence) {}

        /** What the assistant prosecutor or the prosecutor decided. */
        public record Approval(
                Instant givenAt, String authority, boolean approved, String who, String reference, String recordedBy) {}

        /** That a worker decided otherwise than the rules. */
        public record Overridden(Instant at, String by, String decision, String reason, String note) {}
    }

    /** What identifies the case and when it passed each border. */
    public record Case(
            String id,
            String ticket,
            String state,
            @Nullable String reason,
            @Nullable String cardCode,
            @Nullable String recordNumber,
            @Nullable String replaces,
            @Nullable Instant capturedAt,
            @Nullable Instant submittedAt,
            @Nullable Instant receivedAt,
            @Nullable String receivedBy,
            @Nullable String receiptNumber) {

        /** The case without a name: its ticket and the head of its id. */
        public String pseudonym() {
            return ticket + " " + id.substring(0, Math.min(PSEUDONYM_CHARACTERS, id.length()));
        }

        private static final int PSEUDONYM_CHARACTERS = 8;
    }

    /** The pop-up day. */
    public record Event(
            String id,
            String kioskId,
            String name,
            String place,
            @Nullable String municipalityCode,
            @Nullable Instant startsAt,
            @Nullable Instant endsAt,
            @Nullable String deskPhone,
            boolean drill) {}

    /** The officer, by service number; a name is not asked. */
    public record Referrer(
            String kind,
            String number,
            String organisation,
            @Nullable String domain,
            @Nullable String mandateId,
            @Nullable String rulesVersion) {}

    /** What the referrer saw. */
    public record Offence(
            String id,
            @Nullable String label,
            @Nullable String article,
            @Nullable String feitcode,
            @Nullable String kind,
            Instant at,
            String place,
            @Nullable String description,
            String manner,
            String caughtInAct,
            @Nullable Long damageCents,
            @Nullable Long valueCents,
            @Nullable Eligibility eligibility) {}

    /** What the referrer answered because the rules asked for it, and what they said on the phone. */
    public record Eligibility(
            @Nullable String publicRoad,
            @Nullable String fireworks,
            @Nullable String referrerIsVictim,
            @Nullable Long damageTotalCents,
            @Nullable String inArea,
            @Nullable Long priorHalt,
            @Nullable Long priorHaltViolations,
            @Nullable String assistantApproves,
            @Nullable String phoneDecision,
            @Nullable String phoneProvisional) {}

    /** What the referrer declared: that something was said or done, never what the juvenile said. */
    public record Declarations(
            @Nullable String cautionGiven,
            @Nullable String suspicionTold,
            @Nullable String counselTold,
            @Nullable String counsel,
            @Nullable String admission,
            @Nullable String responsive,
            @Nullable String priorCheck,
            @Nullable String guardianTold,
            @Nullable String guardianToldHow,
            @Nullable String assistantProsecutor) {}

    /** One more offence of the same juvenile, handed over and received apart. */
    public record OtherOffence(
            String handoverId,
            @Nullable String receiptNumber,
            @Nullable String recordNumber,
            Offence offence,
            Declarations declarations) {}

    /** A guardian before the desk asked. */
    public record StatedGuardian(
            @Nullable String name,
            @Nullable String relation,
            @Nullable String number) {}

    /** Who the juvenile is, and on what ground. */
    public record Juvenile(
            @Nullable String familyName,
            @Nullable String givenNames,
            @Nullable LocalDate birthDate,
            @Nullable String basis) {}

    /** The three questions of the desk. */
    public record Safety(
            @Nullable Boolean conscious,
            @Nullable Boolean hurt,
            @Nullable Boolean inDanger) {}

    /** A guardian and every attempt to reach one. */
    public record Guardian(
            @Nullable String name,
            String relation,
            String custody,
            @Nullable String number,
            @Nullable Boolean readBack,
            String language,
            String state,
            @Nullable Instant callBefore,
            @Nullable String doNotContactReason,
            List<Contact> history,
            @Nullable Substitute substitute,
            List<Letter> letters) {

        /** Only speaking and a letter in hand inform; a text message that was delivered does not. */
        public boolean informed() {
            return history.stream().anyMatch(contact -> "REACHED".equals(contact.state()))
                    || letters.stream().anyMatch(letter -> "HANDED_OVER".equals(letter.way()));
        }
    }

    /** One step in reaching a guardian. */
    public record Contact(
            Instant at,
            String state,
            @Nullable String by,
            @Nullable String spokenWith,
            @Nullable String words,
            @Nullable String reason,
            @Nullable String how) {}

    /** Who came instead of a guardian who must not be contacted. */
    public record Substitute(
            String who,
            @Nullable String name,
            @Nullable String relation,
            @Nullable String number,
            Instant namedAt,
            @Nullable Instant spokenAt,
            @Nullable String spokenBy,
            @Nullable String words) {}

    /** A letter that left the desk. */
    public record Letter(Instant at, String by, String way, String to) {}

    /** The five sections as saved, field to answer: text, boolean or whole number. An empty map is not asked. */
    public record Intake(
            Map<String, Object> identity,
            Map<String, Object> language,
            Map<String, Object> contact,
            Map<String, Object> pickup,
            Map<String, Object> appointment) {}
}
