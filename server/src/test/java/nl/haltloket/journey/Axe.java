package nl.haltloket.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Deque's axe-core, which holds a screen against the rules of WCAG 2.2 A and AA, in the colours of day; in those of night what depends on colours. */
final class Axe {
    private static final String SOURCE = source();
    private static final String THERE = "typeof window.axe === 'object'";
    private static final String RUN = """
            async () => {
              const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
              const colours = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };
              const page = document.documentElement;
              const chosen = page.dataset.theme;
              const found = [];
              for (const theme of ['dag', 'nacht']) {
                page.dataset.theme = theme;
                document.getAnimations().forEach((moving) => moving.finish());
                const runOnly = theme === 'dag' ? rules : colours;
                const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
                for (const { id, nodes } of violations) {
                  for (const { target, failureSummary } of nodes) {
                    found.push(`${theme} ${id} ${target.join(' ')}: ${failureSummary}`);
                  }
                }
              }
              page.dataset.theme = chosen;
              return found;
            }""";

    private Axe() {}

    /** Fails with every rule that the page breaks, and where. */
    static void check(Page page) {
        if (page.evaluate(THERE).equals(false)) {
            var _ = page.evaluate(SOURCE);
        }
        assertThat((List<?>) page.evaluate(RUN)).isEmpty();
    }

    private static String source() {
        Path here = Path.of("kiosk/node_modules/axe-core/axe.min.js");
        try {
            return Files.readString(Files.exists(here) ? here : Path.of("..").resolve(here));
        } catch (IOException e) {
            throw new UncheckedIOException("Run npm ci in kiosk/ first", e);
        }
    }
}
