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
import java.util.List;
import java.util.Map;
import java.util.Set;

/** One screen in somebody's hands: what they tap, type and see; with a picture of each step when asked. */
final class Screen implements AutoCloseable {
    private static final Path ALBUM = Path.of("target", "journey");
    private static final Set<String> PICTURES = new HashSet<>();
    private static final Set<String> CHECKED = new HashSet<>();
    private static final String MARK = "window.sameDocument === true";

    private static final int TABS_MAX = 120;
    private static final int[] WIDE = {1280, 800};

    /** 400 % zoom of 1280 pixels, by WCAG 2.2 criterion 1.4.10, and a phone. */
    private static final int[][] SMALL = {{320, 640}, {390, 844}};

    private static final String TOO_WIDE = """
            (width) => document.scrollingElement.scrollWidth <= width ? [] : [...document.querySelectorAll('body *')]
              .filter((one) => one.getBoundingClientRect().right > width + 1 && one.checkVisibility())
              .map((one) => `${one.tagName} ${one.className} ${one.textContent.trim().slice(0, 40)}`)
              .concat(`the page is ${document.scrollingElement.scrollWidth} wide`).slice(-8)""";

    /** Where the focus is as seen from a test id: there, in its group of tiles, behind it on the page, or before it. */
    private static final String FOCUS = """
            (id) => {
              const wanted = document.querySelector(`[data-testid="${id}"]`);
              const now = document.activeElement;
              if (wanted === null || now === wanted) return wanted === null ? 'gone' : 'there';
              const group = wanted.closest('[role=radiogroup]');
              if (group !== null && group.contains(now)) return 'group';
              const after = now.compareDocumentPosition(wanted) & Node.DOCUMENT_POSITION_FOLLOWING;
              return now !== document.body && !after ? 'behind' : 'before';
            }""";

    private static final String FOCUS_SEEN = """
            () => {
              const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);
              return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2;
            }""";

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

    /**
     * For what a browser asks with its own picker: a date as 2026-11-30, a time as 21:30, an item of a list. It counts as
     * the taps that the picker of a tablet takes: a list is opened and chosen from, a calendar is opened, asked for a day
     * and closed, a clock for an hour and minutes.
     */
    void pick(String testId, String value) {
        Locator field = at(testId);
        if (field.evaluate("e => e.tagName").equals("SELECT")) {
            effort.taps(2);
            var _ = field.selectOption(value);
            return;
        }
        switch (String.valueOf(field.getAttribute("type"))) {
            case "date" -> effort.taps(3);
            case "time" -> effort.taps(4);
            default -> {
                effort.tap();
                effort.type(value);
            }
        }
        field.fill(value);
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

    /**
     * For everybody, on every screen: axe finds nothing by day and by night, at 400 % zoom and on a phone nothing has to
     * be scrolled sideways, and the main button can be reached and pressed there.
     */
    void suitsEverybody(String what) {
        isAccessible(what);
        try {
            for (int[] size : SMALL) {
                page.setViewportSize(size[0], size[1]);
                fits(what + " at " + size[0] + "x" + size[1], size[0]);
            }
        } finally {
            page.setViewportSize(WIDE[0], WIDE[1]);
        }
    }

    private void fits(String what, int width) {
        assertThat((List<?>) page.evaluate(TOO_WIDE, width))
                .as(what + ": sticks out")
                .isEmpty();
        Locator main = page.locator("main .knop.hoofd:not(:disabled):visible");
        if (main.count() > 0) {
            main.last().click(new Locator.ClickOptions().setTrial(true));
        }
        picture((what + "-" + width).replaceAll("[^a-z0-9-]+", "-"));
    }

    /** By keyboard alone to what has this test id, whose focus can be seen; {@link #press} does it. */
    void tabTo(String testId) {
        at(testId).waitFor();
        for (int tabs = 0; tabs < TABS_MAX; tabs++) {
            String now = String.valueOf(page.evaluate(FOCUS, testId));
            if (now.equals("there")) {
                assertThat(page.evaluate(FOCUS_SEEN))
                        .as("the focus on " + testId + " is seen")
                        .isEqualTo(true);
                return;
            }
            page.keyboard().press(now.equals("group") ? "ArrowRight" : now.equals("behind") ? "Shift+Tab" : "Tab");
        }
        throw new AssertionError(testId + " can not be reached by keyboard");
    }

    /** By keyboard alone: goes there and presses Enter. Arrows choose on the way to a tile. */
    void press(String testId) {
        tabTo(testId);
        page.keyboard().press("Enter");
    }

    /** By keyboard alone: goes there and types. */
    void write(String testId, String text) {
        tabTo(testId);
        page.keyboard().type(text);
    }

    /** After a step a keyboard goes on where the work is, and not at the top of the page. */
    void focusIsOn(String expected) {
        var _ = page.waitForFunction(
                "tag => document.activeElement.closest('main') && document.activeElement.tagName === tag", expected);
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
