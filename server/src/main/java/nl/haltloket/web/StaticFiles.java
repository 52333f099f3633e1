package nl.haltloket.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.MimeMapping;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.StaticHandler;
import java.util.List;

/** The screens: pages that are always fetched anew, and assets that never change under their hashed names. */
final class StaticFiles {
    private static final String ROOT = "META-INF/resources/kiosk";
    private static final List<String> PAGES = List.of("verwijzer", "loket", "beheer", "k", "docs");
    private static final String CONTENT_SECURITY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval'",
            "style-src 'self'",
            "img-src 'self' data: blob:",
            "font-src 'self'",
            "connect-src 'self'",
            "media-src 'self' blob:",
            "manifest-src 'self'",
            "worker-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    private StaticFiles() {}

    static void on(Router router) {
        PAGES.forEach(
                page -> readable(router.route("/" + page)).handler(context -> context.reroute("/" + page + ".html")));
        readable(router.route("/assets/*")).handler(cached("public, immutable, max-age=31536000"));
        readable(router.route("/assets/*")).handler(StaticFiles::squeezed);
        readable(router.route("/assets/*")).handler(files());
        readable(router.route()).handler(cached("no-cache"));
        readable(router.route()).handler(files());
    }

    private static Route readable(Route route) {
        return route.method(HttpMethod.GET).method(HttpMethod.HEAD);
    }

    /** On every answer. */
    static void secure(RoutingContext context) {
        context.response()
                .putHeader("Content-Security-Policy", CONTENT_SECURITY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=()")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin");
        context.next();
    }

    /** The brotli twin that the build put beside an asset, for whoever takes it. */
    private static void squeezed(RoutingContext context) {
        String path = context.normalizedPath();
        String twin = ROOT + path + ".br";
        boolean taken = context.parsedHeaders().acceptEncoding().stream()
                .anyMatch(encoding -> encoding.value().equals("br") && encoding.weight() > 0);
        if (!taken || StaticFiles.class.getClassLoader().getResource(twin) == null) {
            context.response().putHeader("Vary", "Accept-Encoding");
            context.next();
            return;
        }
        context.response()
                .putHeader("Vary", "Accept-Encoding")
                .putHeader("Content-Encoding", "br")
                .putHeader("Content-Type", MimeMapping.mimeTypeForFilename(path));
        context.response().sendFile(twin).onFailure(context::fail);
    }

    private static Handler<RoutingContext> cached(String control) {
        return context -> {
            context.addHeadersEndHandler(_ -> {
                if (context.response().getStatusCode() < 400) {
                    context.response().putHeader("Cache-Control", control);
                }
            });
            context.next();
        };
    }

    private static StaticHandler files() {
        return StaticHandler.create(ROOT)
                .setCachingEnabled(false)
                .setDirectoryListing(false)
                .setIndexPage("index.html");
    }
}
