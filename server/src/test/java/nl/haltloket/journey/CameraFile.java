package nl.haltloket.journey;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/** What a phone's camera sees: motion JPEG, which is nothing but pictures one after the other. */
final class CameraFile {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;
    private static final int FRAMES = 4;
    private static final double TILT = Math.toRadians(9);
    private static final double SWAY = Math.toRadians(0.5);
    private static final int NOISE = 24;
    private static final int BLUR = 3;

    private final Path file;
    private final Random random = new Random(7);

    CameraFile(Path file) {
        this.file = file;
    }

    Path path() {
        return file;
    }

    /** A pavement in the dark. */
    void seesNothing() throws IOException {
        film(null);
    }

    /** Something held askew in a hand that moves, with noise, not quite sharp. */
    void sees(BufferedImage thing) throws IOException {
        film(thing);
    }

    /** A browser that has the file open keeps the old one. */
    private void film(@Nullable BufferedImage thing) throws IOException {
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        for (int i = 0; i < FRAMES; i++) {
            boolean _ = ImageIO.write(blurred(noisy(frame(thing, TILT + i * SWAY))), "jpeg", film);
        }
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        Files.write(fresh, film.toByteArray());
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private static BufferedImage frame(@Nullable BufferedImage thing, double angle) {
        BufferedImage frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = frame.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.setColor(new Color(70, 74, 66));
        pen.fillRect(0, 0, WIDTH, HEIGHT);
        if (thing != null) {
            pen.rotate(angle, WIDTH / 2.0, HEIGHT / 2.0);
            boolean _ = pen.drawImage(thing, (WIDTH - thing.getWidth()) / 2, (HEIGHT - thing.getHeight()) / 2, null);
        }
        pen.dispose();
        return frame;
    }

    private BufferedImage noisy(BufferedImage frame) {
        int[] pixels = frame.getRGB(0, 0, WIDTH, HEIGHT, null, 0, WIDTH);
        for (int i = 0; i < pixels.length; i++) {
            int noise = random.nextInt(-NOISE, NOISE + 1);
            int red = bright((pixels[i] >> 16 & 0xFF) + noise);
            int green = bright((pixels[i] >> 8 & 0xFF) + noise);
            int blue = bright((pixels[i] & 0xFF) + noise);
            pixels[i] = red << 16 | green << 8 | blue;
        }
        frame.setRGB(0, 0, WIDTH, HEIGHT, pixels, 0, WIDTH);
        return frame;
    }

    private static int bright(int value) {
        return Math.clamp(value, 0, 255);
    }

    private static BufferedImage blurred(BufferedImage frame) {
        float[] weights = new float[BLUR * BLUR];
        Arrays.fill(weights, 1f / weights.length);
        return new ConvolveOp(new Kernel(BLUR, BLUR, weights), ConvolveOp.EDGE_NO_OP, null).filter(frame, null);
    }
}
