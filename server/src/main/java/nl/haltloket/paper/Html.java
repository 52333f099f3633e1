package nl.haltloket.paper;

import java.util.Base64;

/** The little HTML that paper needs, as XHTML text. */
public final class Html {
    private Html() {}

    /** Text made safe for an element or an attribute. What no font can show becomes its number: {@code [U+1F9D1]}. */
    public static String text(String value) {
        var out = new StringBuilder(value.length() + 16);
        value.codePoints().forEach(codePoint -> append(out, codePoint));
        return out.toString();
    }

    private static void append(StringBuilder out, int codePoint) {
        switch (codePoint) {
            case '<' -> out.append("&lt;");
            case '>' -> out.append("&gt;");
            case '&' -> out.append("&amp;");
            case '"' -> out.append("&quot;");
            case '\'' -> out.append("&#39;");
            case '\n', '\t' -> out.append((char) codePoint);
            case '\r' -> {} // a line break is one newline here
            default -> appendVisible(out, codePoint);
        }
    }

    private static void appendVisible(StringBuilder out, int codePoint) {
        if (!Character.isISOControl(codePoint) && PrintFont.canPrint(codePoint)) {
            out.appendCodePoint(codePoint);
        } else {
            out.append("[U+%04X]".formatted(codePoint));
        }
    }

    /** An image inside the page; {@code alternative} is what it says to who cannot see it. */
    public static String image(String cssClass, byte[] png, String alternative) {
        return "<img class=\"%s\" alt=\"%s\" src=\"data:image/png;base64,%s\"/>"
                .formatted(cssClass, text(alternative), Base64.getEncoder().encodeToString(png));
    }

    /** A whole Dutch document on A4; {@code css} and {@code body} are trusted, {@code title} is text. */
    public static String page(String title, String css, String body) {
        return page(Language.DUTCH, title, "@page { size: A4 }\n" + css, body);
    }

    /** The language of a whole document (BCP 47), and whether it is read from right to left. */
    public record Language(String code, boolean rightToLeft) {
        /** Of the desk. */
        public static final Language DUTCH = new Language("nl", false);

        String direction() {
            return rightToLeft ? "rtl" : "ltr";
        }
    }

    /** A whole document on paper of the size that {@code css} says. */
    public static String page(Language language, String title, String css, String body) {
        return """
                <html lang="%1$s" dir="%2$s"><head>
                <title>%3$s</title><meta name="description" content="%3$s"/>
                <style>
                body { margin: 0; color: #10242A; font-family: "%4$s"; direction: %2$s }
                %5$s</style></head>
                <body>
                %6$s</body></html>
                """.formatted(language.code(), language.direction(), text(title), PrintFont.FAMILY, css, body);
    }
}
