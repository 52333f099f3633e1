package nl.haltloket.journey;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;

/** Holds one request of each of several screens at the door, and lets them in together. */
final class Race {
    private final List<Route> waiting = new ArrayList<>();
    private final int runners;

    Race(String method, String path, Page... pages) {
        runners = pages.length;
        for (Page page : pages) {
            page.route(url -> url.endsWith(path), route -> hold(method, route));
        }
    }

    /** Returns when all of them ran; the first page waits for the others. */
    void run(Page page) {
        page.waitForCondition(() -> waiting.size() == runners);
        waiting.forEach(Route::resume);
    }

    private void hold(String method, Route route) {
        if (route.request().method().equals(method)) {
            waiting.add(route);
        } else {
            route.resume();
        }
    }
}
