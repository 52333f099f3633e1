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
        return """
                <html lang="nl"><head>
                <title>%1$s</title><meta name="description" content="%1$s"/>
                <style>
                @page { size: A4 }
                body { margin: 0; color: #10242A; font-family: "%2$s" }
                %3$s</style></head>
                <body>
                %4$s</body></html>
                """.formatted(text(title), PrintFont.FAMILY, css, body);
    }
}
