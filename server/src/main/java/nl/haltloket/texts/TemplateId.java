package nl.haltloket.texts;

import java.util.Set;

/** The texts that there are, with the places that each must and may have. */
public enum TemplateId {
    /** The first text: the child is safe, and whom to call. */
    BRIDGE(Set.of(Place.TEL), Set.of(Place.CODE4)),
    /** After a call that nobody took. */
    NOT_REACHED(Set.of(Place.TEL, Place.CODE4), Set.of()),
    /** Where and when the conversation at Halt is. */
    APPOINTMENT(Set.of(Place.TEL, Place.DATE), Set.of(Place.CODE4, Place.OFFICE)),
    /** Asks which case a reply is about. */
    WHICH_CASE(Set.of(Place.TEL), Set.of()),
    /** Tells that a reply was read. */
    REPLY_RECEIVED(Set.of(Place.TEL), Set.of(Place.CODE4)),
    /** To the loket's own number, to see that texts arrive. */
    PROBE(Set.of(), Set.of());

    private final Set<Place> required;
    private final Set<Place> optional;

    TemplateId(Set<Place> required, Set<Place> optional) {
        this.required = required;
        this.optional = optional;
    }

    /** Must stand in every text of this kind. */
    public Set<Place> required() {
        return required;
    }

    /** May stand in it. */
    public Set<Place> optional() {
        return optional;
    }

    /** Where something comes that differs from message to message. Never a name. */
    public enum Place {
        /** Telephone number of the loket, as people dial it. */
        TEL,
        /** Four digits by which the loket finds the case. */
        CODE4,
        /** Day and time, in the language of the text. */
        DATE,
        /** Where to come. */
        OFFICE;

        /** As it stands in a text: {@code {tel}}. */
        public String written() {
            return "{" + word() + "}";
        }

        /** Without the braces. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
