package nl.haltloket.eligibility;

/** What a case needs before Halt can take it, from the best to the worst; the worst wins. */
public enum Decision {
    /** May be accepted now. */
    DIRECT,
    /** The juvenile is under 16 and no guardian has agreed yet; the juvenile may come to the desk. */
    PENDING_PARENT,
    /** The juvenile cannot be spoken with now: no offer, first a guardian and an appointment. */
    PENDING_SOBER,
    /** The assistant prosecutor (hulpofficier van justitie) decides first. */
    NEEDS_HOVJ,
    /** The prosecutor (officier van justitie) decides first. */
    NEEDS_OVJ,
    /** A fact or the law is not known: a human decides. */
    UNKNOWN,
    /** Not for Halt; the route says where to. */
    NOT_HALT,
    /** Safety first; the route says whom to call. */
    STOP;

    /** The worse of the two. */
    public Decision or(Decision other) {
        return compareTo(other) < 0 ? other : this;
    }

    /** Whether it says where the case goes instead. */
    public boolean hasRoute() {
        return this == NOT_HALT || this == STOP;
    }

    /** Whether this comes after the other in the order of decisions. */
    public boolean worseThan(Decision other) {
        return compareTo(other) > 0;
    }
}
