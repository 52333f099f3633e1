package nl.haltloket.texts;

import java.util.Locale;
import java.util.Set;

/** The texts that there are, with the places that each must and may have. */
public enum TemplateId {
    /** The first text: the child is safe, and whom to call. */
    BRIDGE,
    /** After a call that nobody took. */
    NOT_REACHED,
    /** Where and when the conversation at Halt is. */
    APPOINTMENT,
    /** Asks which case a reply is about. */
    WHICH_CASE,
    /** Tells that a reply was read. */
    REPLY_RECEIVED,
    /** To the loket's own number, to see that texts arrive. */
    PROBE;

    /** Must stand in every text of this kind. */
    public Set<Place> required() {
        return switch (this) {
            case BRIDGE, WHICH_CASE, REPLY_RECEIVED -> Set.of(Place.TEL);
            case NOT_REACHED -> Set.of(Place.TEL, Place.CODE4);
            case APPOINTMENT -> Set.of(Place.TEL, Place.DATE);
            case PROBE -> Set.of();
        };
    }

    /** May stand in it. */
    public Set<Place> optional() {
        return switch (this) {
            case BRIDGE, REPLY_RECEIVED -> Set.of(Place.CODE4);
            case APPOINTMENT -> Set.of(Place.CODE4, Place.OFFICE);
            case NOT_REACHED, WHICH_CASE, PROBE -> Set.of();
        };
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
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
