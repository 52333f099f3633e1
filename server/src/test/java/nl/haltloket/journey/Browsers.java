package nl.haltloket.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Browsers that trust the drill's certificate because it was installed, and that find loket.test as a phone on the
 * loket's own network does: the secure context is earned, no check is off.
 */
final class Browsers implements AutoCloseable {
    static final String ORIGIN = "https://loket.test";

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final double PATIENCE_MS = 15_000;

    /** A tablet dials; here the browser would ask which program does, and hear nothing else until it is told. */
    private static final String NO_TELEPHONE = """
            addEventListener('click', (click) => {
              if (click.target.closest?.('a[href^="tel:"]')) click.preventDefault();
            });""";

    private static final int KILL_SECONDS = 10;

    private final Path home;
    private final int port;
    private final Playwright playwright;
    private final Browser desk;
    private final Troubles troubles = new Troubles();
    private final Traces traces = new Traces();

    Browsers(Path home, Path authority, int port) throws Exception {
        this.home = home;
        this.port = port;
        trust(home, authority);
        this.playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        this.desk = launch(List.of());
    }

    /** A tablet or laptop of the desk, without camera. */
    Screen desk(String name) {
        return open(desk, name, new NewContextOptions().setViewportSize(1280, 800));
    }

    /** A tablet of the desk with a browser of its own, which keeps in its profile what a tablet keeps on its disk. */
    Screen keptDesk(String name, Path profile) {
        var options = new LaunchPersistentContextOptions()
                .setExecutablePath(CHROMIUM)
                .setEnv(environment())
                .setArgs(flags(List.of()))
                .setViewportSize(1280, 800)
                .setLocale("nl-NL")
                .setTimezoneId("Europe/Amsterdam")
                .setReducedMotion(ReducedMotion.REDUCE);
        BrowserContext context = playwright.chromium().launchPersistentContext(profile, options);
        return watched(context, name);
    }

    /** {@code kill -9} of the browser with this profile, as when a battery is empty. */
    static void kill(Path profile) {
        String mark = "--user-data-dir=" + profile;
        List<ProcessHandle> own = ProcessHandle.current()
                .descendants()
                .filter(one -> one.info().commandLine().orElse("").contains(mark))
                .toList();
        assertThat(own).as("the browser of " + profile).isNotEmpty();
        own.forEach(one -> {
            boolean _ = one.destroyForcibly();
        });
        own.forEach(one -> {
            var _ = one.onExit().orTimeout(KILL_SECONDS, TimeUnit.SECONDS).join();
        });
    }

    /** A phone with its own browser, whose camera sees what the file shows at the moment that it is opened. */
    Screen phone(String name, Path camera) {
        Browser own = launch(List.of(
                "--use-fake-ui-for-media-stream",
                "--use-fake-device-for-media-stream",
                "--use-file-for-fake-video-capture=" + camera));
        return open(own, name, phoneOptions());
    }

    /** A phone whose camera is broken. */
    Screen phoneWithoutCamera(String name) {
        return open(desk, name, phoneOptions());
    }

    Troubles troubles() {
        return troubles;
    }

    Traces traces() {
        return traces;
    }

    @Override
    public void close() {
        playwright.close();
    }

    private static NewContextOptions phoneOptions() {
        return new NewContextOptions()
                .setViewportSize(390, 844)
                .setDeviceScaleFactor(2)
                .setIsMobile(true)
                .setHasTouch(true);
    }

    private Screen open(Browser browser, String name, NewContextOptions options) {
        BrowserContext context = browser.newContext(
                options.setLocale("nl-NL").setTimezoneId("Europe/Amsterdam").setReducedMotion(ReducedMotion.REDUCE));
        return watched(context, name);
    }

    private Screen watched(BrowserContext context, String name) {
        context.setDefaultTimeout(PATIENCE_MS);
        context.addInitScript(NO_TELEPHONE);
        troubles.watch(context);
        traces.watch(context);
        return new Screen(context.newPage(), name);
    }

    private Browser launch(List<String> more) {
        return playwright
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(CHROMIUM)
                        .setEnv(environment())
                        .setArgs(flags(more)));
    }

    private Map<String, String> environment() {
        return Map.of("HOME", home.toString(), "PATH", System.getenv("PATH"));
    }

    private List<String> flags(List<String> more) {
        List<String> flags = new ArrayList<>(List.of(
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--host-resolver-rules=MAP loket.test:443 127.0.0.1:" + port));
        flags.addAll(more);
        return flags;
    }

    private static void trust(Path home, Path authority) throws IOException, InterruptedException {
        Path store = Files.createDirectories(home.resolve(".pki").resolve("nssdb"));
        String where = "sql:" + store;
        certutil("-N", "-d", where, "--empty-password");
        certutil("-A", "-d", where, "-n", "oefening", "-t", "C,,", "-i", authority.toString());
    }

    private static void certutil(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("certutil"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).inheritIO().start();
        if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IllegalStateException(command + " failed");
        }
    }
}
