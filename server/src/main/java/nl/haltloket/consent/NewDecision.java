package nl.haltloket.consent;

import java.util.UUID;
import nl.haltloket.casefile.Choice;
import nl.haltloket.document.DocumentId;
import nl.haltloket.guardian.Language;
import nl.haltloket.refusal.PlainText;
import nl.haltloket.refusal.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A decision that a worker writes down, or that the juvenile makes on the screen.
 *
 * @param number that was called, as it was written
 * @param cannotSign that the person can not sign now
 * @param adult whether the guardian is 18 or older; asked of somebody who is neither mother, father nor legal guardian
 * @param victim whether the guardian is the victim of the offence
 */
public record NewDecision(
        Choice.Person person,
        @Nullable UUID guardianId,
        Choice.Purpose purpose,
        Choice.Answer answer,
        DocumentId document,
        int version,
        String language,
        Choice.Channel channel,
        boolean readAloud,
        boolean interpreter,
        @Nullable String words,
        @Nullable String number,
        @Nullable NewSignature signature,
        @Nullable Boolean cannotSign,
        @Nullable Boolean adult,
        @Nullable Boolean victim) {

    /** A signature on the screen, both in base64url: the signed statement (COSE_Sign1) and the image (PNG). */
    public record NewSignature(String statement, String image) {}

    boolean agrees() {
        return answer == Choice.Answer.YES;
    }

    boolean byJuvenile() {
        return person == Choice.Person.JUVENILE;
    }

    /** Whether it is what the juvenile may decide on a tablet without a worker. */
    boolean ofJuvenileAlone() {
        return byJuvenile() && onProgramme() && channel == Choice.Channel.SCREEN;
    }

    boolean onProgramme() {
        return purpose == Choice.Purpose.PROGRAMME;
    }

    /** With its words cleaned; refused when its parts do not belong together. */
    NewDecision checked() {
        String _ = Language.checked(language);
        if (byJuvenile() == (guardianId != null)) {
            throw Refusal.invalid("consent.guardian-missing", "Kies van wie dit besluit is.");
        }
        DocumentId text = byJuvenile() ? DocumentId.CONSENT : DocumentId.GUARDIAN_CONSENT;
        if (agrees() && document != text) {
            throw Refusal.invalid("consent.document-other", "Bij dit besluit hoort een andere tekst.");
        }
        checkSignature();
        return this;
    }

    private void checkSignature() {
        boolean signs = signature != null;
        if (signs && (!agrees() || !onProgramme() || Boolean.TRUE.equals(cannotSign))) {
            throw Refusal.invalid(
                    "consent.signature-not-asked", "Alleen wie ja zegt tegen meedoen, zet een handtekening.");
        }
        boolean asked = agrees() && onProgramme() && byJuvenile() && channel == Choice.Channel.SCREEN;
        if (asked && !signs && !Boolean.TRUE.equals(cannotSign)) {
            throw Refusal.invalid("consent.signature-missing", "Zet een handtekening, of kies 'Kan nu niet tekenen'.");
        }
    }

    /** What is sealed of it, but the signature. */
    Details details() {
        return new Details(
                person,
                guardianId,
                purpose,
                answer,
                document.name(),
                version,
                language,
                channel,
                readAloud,
                interpreter,
                PlainText.lines(words),
                number,
                Boolean.TRUE.equals(cannotSign),
                signature != null,
                adult,
                victim);
    }

    /** As sealed under the case key. */
    record Details(
            Choice.Person person,
            @Nullable UUID guardianId,
            Choice.Purpose purpose,
            Choice.Answer answer,
            String document,
            int version,
            String language,
            Choice.Channel channel,
            boolean readAloud,
            boolean interpreter,
            @Nullable String words,
            @Nullable String number,
            boolean cannotSign,
            boolean signed,
            @Nullable Boolean adult,
            @Nullable Boolean victim) {}
}
