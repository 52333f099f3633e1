package nl.haltloket.paper;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Joins the letters of the Arabic script. Which form of a letter stands where is in the Unicode Character Database, of
 * which the JDK has names and decompositions: the presentation forms (U+FB50 to U+FEFC) say of which letter they are
 * which form. How letters join is The Unicode Standard, chapter 9.2, "Cursive joining".
 */
final class ArabicShape {
    private static final int FIRST = 0xFB50;
    private static final int LAST = 0xFEFC;
    private static final char LAM = '\u0644';
    private static final char TATWEEL = '\u0640';
    private static final char ZERO_WIDTH_JOINER = '\u200D';
    private static final Map<String, Forms> FORMS = forms();

    /** The forms of a letter, or of lam with alef; a letter without an initial form joins to the right only. */
    private record Forms(char isolated, char last, char first, char middle) {
        boolean joinsNext() {
            return first != 0;
        }

        Forms with(Form form, char shape) {
            return switch (form) {
                case ISOLATED -> new Forms(shape, last, first, middle);
                case FINAL -> new Forms(isolated, shape, first, middle);
                case INITIAL -> new Forms(isolated, last, shape, middle);
                case MEDIAL -> new Forms(isolated, last, first, shape);
            };
        }
    }

    private enum Form {
        ISOLATED,
        FINAL,
        INITIAL,
        MEDIAL
    }

    private ArabicShape() {}

    /** The text in the order in which it is read, every letter in the form that fits its neighbours. */
    static String joined(String text) {
        if (text.chars().noneMatch(ArabicShape::isLetter)) {
            return text;
        }
        var out = new StringBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            at = appendJoined(out, text, at);
        }
        return out.toString();
    }

    private static int appendJoined(StringBuilder out, String text, int at) {
        int next = next(text, at);
        boolean ligature = text.charAt(at) == LAM && next == at + 1 && FORMS.containsKey(text.substring(at, at + 2));
        int end = ligature ? at + 2 : at + 1;
        Forms forms = FORMS.get(text.substring(at, end));
        if (forms == null) {
            out.append(text.charAt(at));
            return end;
        }
        out.append(shape(forms, joinsBefore(text, at), !ligature && forms.joinsNext() && joinsTo(text, next)));
        return end;
    }

    private static char shape(Forms forms, boolean before, boolean after) {
        if (before) {
            return after ? orElse(forms.middle, forms.first) : orElse(forms.last, forms.isolated);
        }
        return after ? forms.first : orElse(forms.isolated, forms.last);
    }

    private static char orElse(char shape, char otherwise) {
        return shape == 0 ? otherwise : shape;
    }

    /** The letter before lets this one hang on it; marks above and below do not count. */
    private static boolean joinsBefore(String text, int at) {
        for (int i = at - 1; i >= 0; i--) {
            char c = text.charAt(i);
            if (!isTransparent(c)) {
                boolean endsLigature =
                        i > 0 && text.charAt(i - 1) == LAM && FORMS.containsKey(text.substring(i - 1, i + 1));
                return !endsLigature && (c == TATWEEL || c == ZERO_WIDTH_JOINER || joinsNext(c));
            }
        }
        return false;
    }

    private static boolean joinsNext(char c) {
        Forms forms = FORMS.get(String.valueOf(c));
        return forms != null && forms.joinsNext();
    }

    private static boolean joinsTo(String text, int next) {
        if (next >= text.length()) {
            return false;
        }
        char c = text.charAt(next);
        Forms forms = FORMS.get(String.valueOf(c));
        return c == TATWEEL || c == ZERO_WIDTH_JOINER || (forms != null && forms.last != 0);
    }

    private static int next(String text, int at) {
        int next = at + 1;
        while (next < text.length() && isTransparent(text.charAt(next))) {
            next++;
        }
        return next;
    }

    private static boolean isTransparent(char c) {
        return Character.getType(c) == Character.NON_SPACING_MARK;
    }

    private static boolean isLetter(int c) {
        return FORMS.containsKey(String.valueOf((char) c));
    }

    private static Map<String, Forms> forms() {
        Map<String, Forms> all = new HashMap<>();
        for (int shape = FIRST; shape <= LAST; shape++) {
            Form form = form(shape);
            String letter = Normalizer.normalize(Character.toString(shape), Normalizer.Form.NFKC);
            if (form != null && isOne(letter)) {
                Forms known = all.getOrDefault(letter, new Forms((char) 0, (char) 0, (char) 0, (char) 0));
                all.put(letter, known.with(form, (char) shape));
            }
        }
        return Map.copyOf(all);
    }

    /** A letter, or lam with alef; other ligatures are for calligraphy. */
    private static boolean isOne(String letter) {
        return letter.length() == 1
                || (letter.length() == 2
                        && letter.charAt(0) == LAM
                        && "\u0622\u0623\u0625\u0627".indexOf(letter.charAt(1)) >= 0);
    }

    private static @Nullable Form form(int shape) {
        String name = Character.getName(shape);
        for (Form form : Form.values()) {
            if (name != null && name.endsWith(" " + form + " FORM")) {
                return form;
            }
        }
        return null;
    }
}
