package nl.haltloket.config;

/** A value that never shows itself: {@link #toString()} is {@code ***}, so that no log line or message can hold it. */
public record Secret(String value) {

    /** True when nothing was given. */
    public boolean isEmpty() {
        return value.isEmpty();
    }

    @Override
    public String toString() {
        return "***";
    }
}
