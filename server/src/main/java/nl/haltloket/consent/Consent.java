package nl.haltloket.consent;

/**
 * Offers, decisions and signatures, made together.
 *
 * @param choices what was offered and decided
 */
public record Consent(OfferService offers, DecisionService decisions, Choices choices) {

    /** All of it. */
    public static Consent of(Context context) {
        var signatures = new Signatures(context.vertx(), context.sessions(), context.keys(), context.clock());
        var choices = new Choices(signatures, context.cases(), context.caseKeys());
        var offers = new OfferService(
                context.cases(),
                context.verdicts(),
                context.pages(),
                context.caseKeys(),
                context.clock(),
                context.ids());
        return new Consent(offers, new DecisionService(context, signatures, choices), choices);
    }
}
