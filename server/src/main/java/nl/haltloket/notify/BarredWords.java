package nl.haltloket.notify;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Words that would tell whoever holds the phone what the child did, or that the police has to do with it. Of each
 * language its own: a word of one is often an innocent one of another.
 */
public final class BarredWords {
    /** The language of what says no other. */
    public static final String DUTCH = "nl";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

    private static final Map<String, Pattern> WORDS = Map.of(
            DUTCH,
            words("politie\\w*|agent|boa|boa's|verdacht\\w*|strafbaar|strafblad|straf|aangehouden|aanhouding"
                    + "|gearresteerd|arrestatie|misdrijf|overtreding|proces-verbaal|diefstal|gestolen|vuurwerk"
                    + "|vernieling|vernield|drugs|dronken|cel"),
            "en",
            words("police\\w*|officers?|arrest\\w*|suspect\\w*|crimes?|criminal\\w*|offen[cs]e\\w*|offender\\w*|theft"
                    + "|stole\\w*|steal\\w*|drugs?|drunk\\w*|vandal\\w*|fireworks?|custody|detain\\w*|convict\\w*"
                    + "|punish\\w*|illegal\\w*"),
            "de",
            words(
                    "polizei\\w*|polizist\\w*|verdächtig\\w*|verdacht|straf\\w*|festgenommen|festnahme|verhaft\\w*"
                            + "|diebstahl|gestohlen|drogen\\w*|betrunken|feuerwerk\\w*|vandalismus|anzeige|delikt\\w*|vergehen"),
            "fr",
            words("police|polici\\w*|gendarm\\w*|suspect\\w*|délits?|délinquan\\w*|infractions?|crim\\w*|arrêté\\w*"
                    + "|arrestation|arresté\\w*|vol|vols|volé\\w*|drogu\\w*|ivre|ivresse|vandal\\w*|interpell\\w*"
                    + "|pétards?|plainte|garde à vue"),
            "pl",
            words("policj\\w*|podejrzan\\w*|przestęp\\w*|wykrocze\\w*|areszt\\w*|zatrzyman\\w*|kradzie\\w*|ukrad\\w*"
                    + "|narkotyk\\w*|pijan\\w*|karn\\w*|fajerwerk\\w*|wandal\\w*"),
            "tr",
            words("polis\\w*|jandarma\\w*|şüpheli\\w*|suç\\w*|tutukla\\w*|gözaltı\\w*|hırsız\\w*|çaldı\\w*"
                    + "|uyuşturucu\\w*|sarhoş\\w*|havai fişek\\w*|ceza\\w*"),
            "uk",
            words("поліц\\w*|підозр\\w*|злочин\\w*|правопоруш\\w*|затрим\\w*|арешт\\w*|крадіж\\w*|вкра\\w*|наркот\\w*"
                    + "|п['’ʼ]ян\\w*|кримінал\\w*|феєрверк\\w*"),
            // Arabic writes "the", "and" and "to" on the word itself: the stem is looked for anywhere.
            "ar",
            Pattern.compile(
                    "شرطة|الشرط|شرطي|مشتبه|جريم|جنائ|جناي|مخالف|اعتق|توقيف|موقوف|سرق|مخدر|سكران|مخمور|ألعاب نارية"
                            + "|عقوب"));

    /** A text in another language is about a Dutch desk: these are read by everybody here. */
    private static final Pattern EVERYWHERE = words("politie\\w*|polizei\\w*|police|strafbaar\\w*|aangehouden");

    private BarredWords() {}

    /** The first such word of the text; a language without a list is read as Dutch. */
    public static Optional<String> in(String text, String language) {
        return Stream.of(WORDS.get(WORDS.containsKey(language) ? language : DUTCH), EVERYWHERE)
                .map(words -> words.matcher(text))
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    private static Pattern words(String alternatives) {
        return Pattern.compile("\\b(?:" + alternatives + ")(?!\\w)", FLAGS);
    }
}
