package nl.haltloket.care;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import nl.haltloket.json.Fields;
import nl.haltloket.json.FileProblem;
import org.jspecify.annotations.Nullable;

/**
 * Where a worker, a juvenile or a guardian can ask for help, and how to open a talk.
 *
 * @param version day on which somebody looked whether it is all still true
 */
public record HelpFile(String version, List<Tip> tips, List<Line> lines) {
    /** Name of the file in the configuration. */
    public static final String NAME = "help.json";

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ADDRESS = Pattern.compile("https://\\S{4,200}");
    private static final Pattern NUMBER = Pattern.compile("[0-9][0-9 -]{1,18}");
    private static final int TIPS_MAX = 12;
    private static final int LINES_MAX = 30;
    private static final int TEXT_MAX = 300;
    private static final int NAME_MAX = 80;

    /** How to open a talk. */
    public record Tip(String title, String text) {}

    /** Somebody to ask. {@code source} is where number and address were read. */
    public record Line(
            String name,
            String about,
            @Nullable String number,
            @Nullable String address,
            String source) {}

    /** Reads the file of a configuration; {@link FileProblem.Found} with everything that is wrong. Blocks. */
    public static HelpFile read(Path configuration) {
        try {
            return parse(Files.readAllBytes(configuration.resolve(NAME)));
        } catch (IOException e) {
            throw new FileProblem.Found(List.of(new FileProblem(NAME, 0, "Dit bestand is er niet, of niet te lezen.")));
        }
    }

    static HelpFile parse(byte[] utf8) {
        return Fields.read(NAME, utf8, HelpFile::file);
    }

    private static HelpFile file(Fields fields) {
        Fields only = fields.only("$schema", "version", "source", "tips", "lines");
        return new HelpFile(
                only.text("version", DAY, "een dag als 2026-11-22"),
                only.objects("tips", 1, TIPS_MAX).stream().map(HelpFile::tip).toList(),
                only.objects("lines", 1, LINES_MAX).stream().map(HelpFile::line).toList());
    }

    private static Tip tip(Fields fields) {
        Fields only = fields.only("title", "text");
        return new Tip(only.text("title", NAME_MAX), only.text("text", TEXT_MAX));
    }

    private static Line line(Fields fields) {
        Fields only = fields.only("name", "about", "number", "address", "source");
        Optional<String> number =
                only.optional("number", each -> each.text("number", NUMBER, "een telefoonnummer als 0800 2000"));
        Optional<String> address = only.optional("address", each -> each.text("address", ADDRESS, "een https-adres"));
        if (number.isEmpty() && address.isEmpty()) {
            only.problem("Hier moet een nummer of een adres staan.");
        }
        return new Line(
                only.text("name", NAME_MAX),
                only.text("about", TEXT_MAX),
                number.orElse(null),
                address.orElse(null),
                only.text("source", ADDRESS, "een https-adres"));
    }
}
