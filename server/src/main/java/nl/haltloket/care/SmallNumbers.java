package nl.haltloket.care;

import org.jspecify.annotations.Nullable;

/** Numbers so small that they may tell of a person are not shown; nor is a total from which one would follow. */
final class SmallNumbers {
    /** A number under this is not shown. */
    static final int LIMIT = 5;

    private SmallNumbers() {}

    /** The number, or null when it is too small. */
    static @Nullable Long shown(long number) {
        return number < LIMIT ? null : number;
    }
}
