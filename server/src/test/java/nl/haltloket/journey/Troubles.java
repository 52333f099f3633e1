package nl.haltloket.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/** What browsers complain about: console errors (a broken content policy is one), uncaught errors, answers from 500 on. */
final class Troubles {
    private static final int SERVER_FAULT = 500;

    private final List<String> found = new ArrayList<>();

    void watch(BrowserContext context) {
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> found.add("uncaught: " + error.error()));
        context.onResponse(this::check);
    }

    /** Takes away the one complaint that belongs to what was just done. */
    void expectOne(String part) {
        List<String> expected =
                found.stream().filter(trouble -> trouble.contains(part)).toList();
        assertThat(expected).as("complaints with '%s' among %s", part, found).hasSize(1);
        found.removeAll(expected);
    }

    /** Takes away what a server that is gone or locked makes browsers say. */
    void expectOutage() {
        found.removeIf(trouble -> trouble.contains("ERR_") || trouble.contains("503") || trouble.contains("403"));
    }

    /** Takes away exactly so many that belong to what was just done. */
    void expect(String part, int count) {
        List<String> expected =
                found.stream().filter(trouble -> trouble.contains(part)).toList();
        assertThat(expected).as("complaints with '%s' among %s", part, found).hasSize(count);
        found.removeAll(expected);
    }

    /** Takes away those of a cut line or an ended session: how many a browser sees depends on the moment. */
    void expectAny(String part) {
        found.removeIf(trouble -> trouble.contains(part));
    }

    void expectNone() {
        assertThat(found).isEmpty();
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") || message.type().equals("warning")) {
            found.add(message.type() + ": " + message.text() + " (" + message.location() + ")");
        }
    }

    private void check(Response response) {
        if (response.status() >= SERVER_FAULT) {
            found.add(response.status() + " " + response.url());
        }
    }
}
