package nl.haltloket.law;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import nl.haltloket.bundle.Bundle;
import nl.haltloket.bundle.SignedBundle;
import nl.haltloket.testing.TestApp;

/** A configuration of its own, that begins as the shipped one. */
final class LawFolder {
    private final Path directory;

    LawFolder(Path directory) {
        this.directory = directory;
        for (String name : Bundle.NAMES) {
            write(name, shipped(name));
        }
        for (String name : List.of(
                "schema/rules.schema.json",
                "schema/halt-feiten.schema.json",
                "texts.json",
                "documents.json",
                "receivers.json",
                "help.json")) {
            write(name, shipped(name));
        }
    }

    Path directory() {
        return directory;
    }

    /** Replaces the first occurrence, which must be there; gives the line it was on. */
    @CanIgnoreReturnValue
    int change(String name, String right, String wrong) {
        String text = text(name);
        int at = text.indexOf(right);
        if (at < 0) {
            throw new AssertionError("Not in " + name + ": " + right);
        }
        write(name, text.substring(0, at) + wrong + text.substring(at + right.length()));
        return 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
    }

    /** Rules and offences of another day. */
    void lawOf(String version) {
        change(Bundle.RULES, version(Bundle.RULES), "\"version\": \"%s\"".formatted(version));
        change(Bundle.OFFENCES, version(Bundle.OFFENCES), "\"version\": \"%s\"".formatted(version));
    }

    /** The event's file of another day. */
    void eventOf(String version) {
        change(Bundle.EVENT, version(Bundle.EVENT), "\"version\": \"%s\"".formatted(version));
    }

    private String version(String name) {
        var matcher = java.util.regex.Pattern.compile("\"version\": \"[^\"]*\"").matcher(text(name));
        if (!matcher.find()) {
            throw new AssertionError("No version in " + name);
        }
        return matcher.group();
    }

    /** These files, signed. */
    byte[] bundle(KeyPair office, Instant madeAt, String... names) {
        Map<String, byte[]> files = new HashMap<>();
        for (String name : List.of(names)) {
            files.put(name, text(name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        try {
            return SignedBundle.sign(Bundle.of(madeAt, files), office.getPrivate(), office.getPublic());
        } catch (java.security.GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    void delete(String name) {
        try {
            Files.delete(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text(String name) {
        return text(directory.resolve(name));
    }

    private static String shipped(String name) {
        return text(TestApp.configuration().resolve(name));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
