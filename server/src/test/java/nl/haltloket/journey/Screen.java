package nl.haltloket.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** One screen in somebody's hands: what they tap, type and see; with a picture of each step when asked. */
final class Screen implements AutoCloseable {
    private static final Path ALBUM = Path.of("target", "journey");
    private static final Set<String> PICTURES = new HashSet<>();
    private static final Set<String> CHECKED = new HashSet<>();
    private static final String MARK = "window.sameDocument === true";

    private final Page page;
    private final String name;
    private Effort effort = new Effort();

    Screen(Page page, String name) {
        this.page = page;
        this.name = name;
    }

    /** Opens a surface, and checks that the browser trusts it by itself. */
    void open(String path) {
        var _ = page.navigate(Browsers.ORIGIN + path);
        assertThat(page.evaluate("({host: location.host, secure: isSecureContext})"))
                .isEqualTo(Map.of("host", "loket.test", "secure", true));
        var _ = page.evaluate("window.sameDocument = true");
    }

    void reload() {
        assertThat(page.locator("html")).hasAttribute("data-journal", "saved");
        var _ = page.reload();
        assertThat(page.evaluate(MARK)).isEqualTo(false);
    }

    /** No navigation and no reload since {@link #open}. */
    void isStillTheSameDocument() {
        assertThat(page.evaluate(MARK)).isEqualTo(true);
    }

    /** Counts from here. */
    Effort count() {
        effort = new Effort();
        return effort;
    }

    void tap(String testId) {
        tap(at(testId));
    }

    void tap(Locator target) {
        effort.tap();
        target.click();
    }

    /** Taps a field and types key by key. */
    void type(String testId, String text) {
        tap(testId);
        keys(text);
    }

    /** Types into whatever has the focus. */
    void keys(String text) {
        effort.type(text);
        page.keyboard().type(text);
    }

    /** For what a browser asks with its own picker: a date as 2026-11-30, a time as 21:30, an item of a list. */
    void pick(String testId, String value) {
        Locator field = at(testId);
        if (field.evaluate("e => e.tagName").equals("SELECT")) {
            var _ = field.selectOption(value);
        } else {
            field.fill(value);
        }
    }

    Locator at(String testId) {
        return page.getByTestId(testId);
    }

    Page page() {
        return page;
    }

    void sees(String testId, String... words) {
        for (String word : words) {
            assertThat(at(testId)).containsText(word);
        }
    }

    void holds(String testId, String value) {
        assertThat(at(testId)).hasValue(value);
    }

    /** What a link lets this screen save. */
    byte[] download(String testId) throws IOException {
        Download download = page.waitForDownload(() -> at(testId).click());
        return Files.readAllBytes(download.path());
    }

    /** For everybody: axe finds nothing, by day and by night. */
    void isAccessible(String what) {
        if (CHECKED.add(what)) {
            Axe.check(page);
        }
        picture(what);
    }

    /** Once for each name, and only for somebody who wants to look: {@code HALTLOKET_PICTURES=1}. */
    void picture(String what) {
        if (System.getenv("HALTLOKET_PICTURES") == null || !PICTURES.add(what)) {
            return;
        }
        String file = "%02d-%s-%s.png".formatted(PICTURES.size(), name, what);
        var _ = page.screenshot(new Page.ScreenshotOptions().setPath(ALBUM.resolve(file)));
    }

    @Override
    public void close() {
        page.context().close();
    }
}
