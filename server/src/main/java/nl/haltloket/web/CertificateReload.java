package nl.haltloket.web;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.file.FileProps;
import io.vertx.core.net.ServerSSLOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives the server a new certificate when its PEM files change. Connections that are open live on; files that cannot
 * be used, or that do not belong together, leave the old certificate in place.
 */
public final class CertificateReload implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateReload.class);
    /** Time and size of a file that is not there. */
    private static final List<Long> ABSENT = List.of(0L, 0L);

    private final Vertx vertx;
    private final CertificateFiles files;
    private final ServerSSLOptions base;
    private final Function<ServerSSLOptions, Future<Boolean>> update;
    private final long timer;
    private List<List<Long>> seen = List.of();
    private boolean isLooking;

    /**
     * Looks at the files from now on. The first look always loads them: they may have changed since the server did.
     *
     * @param base what else the server's TLS needs, such as ALPN; an update replaces all of it
     * @param period between two looks
     * @param update {@code options -> server.updateSSLOptions(options, true)}; without {@code true} Vert.x sees no
     *     change when only the content of a file differs
     */
    public CertificateReload(
            Vertx vertx,
            CertificateFiles files,
            ServerSSLOptions base,
            Duration period,
            Function<ServerSSLOptions, Future<Boolean>> update) {
        this.vertx = vertx;
        this.files = files;
        this.base = base;
        this.update = update;
        this.timer = vertx.setPeriodic(period.toMillis(), ignored -> look());
    }

    @Override
    public void close() {
        vertx.cancelTimer(timer);
    }

    private void look() {
        if (isLooking) {
            return;
        }
        isLooking = true;
        Future.all(stamp(files.certificate()), stamp(files.privateKey()))
                .compose(both -> reloadWhenChanged(both.list()))
                .onComplete(done -> isLooking = false)
                .onFailure(e -> LOG.warn("Certificate not reloaded, the old one stays: {}", e.getMessage()));
    }

    /** Seen before it is tried: a file that cannot be used is reported once, not at every look. */
    private Future<Boolean> reloadWhenChanged(List<List<Long>> stamps) {
        if (stamps.equals(seen)) {
            return Future.succeededFuture(false);
        }
        seen = stamps;
        return vertx.executeBlocking(() -> PemPair.read(files.certificate(), files.privateKey()))
                .compose(pair -> update.apply(base.copy().setKeyCertOptions(pair.options())));
    }

    private Future<List<Long>> stamp(Path file) {
        return vertx.fileSystem()
                .props(file.toString())
                .map(CertificateReload::timeAndSize)
                .otherwise(ABSENT);
    }

    private static List<Long> timeAndSize(FileProps props) {
        return List.of(props.lastModifiedTime(), props.size());
    }
}
